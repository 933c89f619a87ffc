"""Row 17: truncated, empty, garbage and wrongly named files."""

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest
from imaging import samples
from imaging.samples import Put

from app.imaging.decoder import Decoder
from app.imaging.header import Limits, inspect, sniff
from app.imaging.rejection import ImageRejected

CUT_FORMATS = ("jpg", "png", "webp", "tif", "jp2", "heic", "pdf")
FORMATS = {"jpg": "jpeg", "tif": "tiff"}


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    return {kind: samples.encode(samples.scene(), kind) for kind in CUT_FORMATS}


@pytest.mark.parametrize("kind", CUT_FORMATS)
def test_row_17_a_whole_file_is_taken(kind: str, whole: dict[str, bytes], decoder: Decoder, put: Put) -> None:
    judged = decoder.judge(put(f"whole.{kind}", whole[kind]))

    assert (judged.format, judged.pages) == (FORMATS.get(kind, kind), 1)
    assert (judged.width, judged.height) == (600, 400)


@pytest.mark.parametrize("tenths", range(1, 10))
@pytest.mark.parametrize("kind", CUT_FORMATS)
def test_row_17_a_cut_file_is_refused_as_damaged(
    kind: str, tenths: int, whole: dict[str, bytes], decoder: Decoder, put: Put
) -> None:
    cut = put(f"cut.{kind}", whole[kind][: len(whole[kind]) * tenths // 10])

    with pytest.raises(ImageRejected) as refused:
        decoder.judge(cut)

    assert refused.value.code == "damaged"


@pytest.mark.parametrize("tenths", range(1, 10))
def test_row_17_a_cut_uncompressed_or_fax_tiff_is_refused(tenths: int, decoder: Decoder, put: Put) -> None:
    for compression in (None, "group4", "jpeg"):
        image = samples.scene().convert("1" if compression == "group4" else "RGB")
        content = samples.encode(image, "tif", compression=compression)
        with pytest.raises(ImageRejected) as refused:
            decoder.judge(put("cut.tif", content[: len(content) * tenths // 10]))
        assert refused.value.code == "damaged", compression


def test_row_17_a_file_with_its_last_page_cut_off_is_refused(decoder: Decoder, put: Put) -> None:
    content = samples.book([samples.scene(), samples.scene(), samples.scene()], "tif")

    with pytest.raises(ImageRejected) as refused:
        decoder.judge(put("book.tif", content[:-1000]))

    assert refused.value.code == "damaged"


def test_row_17_an_empty_file_is_called_empty(decoder: Decoder, put: Put) -> None:
    with pytest.raises(ImageRejected) as refused:
        decoder.judge(put("empty.jpg", b""))

    assert refused.value.code == "empty"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("noise.jpg", random.Random(1).randbytes(5000), "not_an_image"),
        ("text.png", b"Zimmermann, Rolf: Sonate\n" * 50, "not_an_image"),
        ("page.jpg", b"<!DOCTYPE html><script>alert(1)</script>", "not_an_image"),
        ("zeros.tif", bytes(5000), "not_an_image"),
        ("archive.jpg", b"PK\x03\x04" + bytes(100), "not_an_image"),
        ("one.jpg", b"\xff", "not_an_image"),
        ("start.jpg", b"\xff\xd8\xff", "damaged"),
        ("start.png", b"\x89PNG\r\n\x1a\n", "damaged"),
        ("start.tif", b"II*\0", "damaged"),
        ("start.jp2", b"\x00\x00\x00\x0cjP  \r\n\x87\n", "damaged"),
        ("start.heic", b"\x00\x00\x00\x18ftypheic\0\0\0\0mif1heic", "damaged"),
        ("start.pdf", b"%PDF-1.7\n", "damaged"),
        ("anim.gif", b"GIF89a" + bytes(60), "unsupported_format"),
        ("paint.bmp", b"BM" + (70).to_bytes(4, "little") + bytes(64), "unsupported_format"),
        ("next.avif", b"\x00\x00\x00\x1cftypavif\0\0\0\0avifmif1miaf", "unsupported_format"),
        ("film.heic", b"\x00\x00\x00\x18ftypmp42\0\0\0\0isommp42", "unsupported_format"),
        ("drawing.svg", b'<?xml version="1.0"?><svg xmlns="x"/>', "unsupported_format"),
        ("print.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n", "unsupported_format"),
    ],
)
def test_row_17_what_is_no_taken_image_is_refused_by_its_content(
    name: str, content: bytes, code: str, decoder: Decoder, put: Put
) -> None:
    with pytest.raises(ImageRejected) as refused:
        decoder.judge(put(name, content))

    assert refused.value.code == code
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) > 30


@pytest.mark.parametrize("kind", CUT_FORMATS)
@pytest.mark.parametrize("suffix", [".jpg", ".PNG", ".txt", ""])
def test_row_17_the_name_says_nothing(kind: str, suffix: str, whole: dict[str, bytes], put: Put) -> None:
    path = put("file" + suffix, whole[kind])

    assert sniff(path) == FORMATS.get(kind, kind)
    assert inspect(path, Limits()).suffix == f".{kind}"


@pytest.mark.parametrize("kind", CUT_FORMATS)
def test_row_17_mutants_are_taken_or_refused_and_never_break_out(
    kind: str, whole: dict[str, bytes], decoder: Decoder, put: Put
) -> None:
    source = random.Random(kind)
    for _ in range(25):
        mutant = bytearray(whole[kind])
        for _ in range(source.choice((1, 5, 50))):
            mutant[source.randrange(len(mutant))] = source.randrange(256)
        path = put("mutant", bytes(mutant))
        with suppress(ImageRejected):  # any other error breaks out
            decoder.judge(path)
            decoder.pixels(path, 200)

    assert decoder.judge(put("whole", whole[kind])).pages == 1


def test_row_17_a_folder_or_a_pipe_is_no_image(decoder: Decoder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    for path in (tmp_path, tmp_path / "pipe.jpg"):
        with pytest.raises(ImageRejected) as refused:
            decoder.judge(path)
        assert refused.value.code == "not_an_image"


def test_row_17_a_missing_file_is_the_callers_affair(decoder: Decoder, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        decoder.judge(tmp_path / "gone.jpg")
