"""Row 18: files that claim, or unpack to, more than we will give."""

import time
import zlib
from contextlib import suppress
from inspect import signature as inspect_signature
from pathlib import Path

import numpy as np
import psutil
import pytest
from imaging import samples
from imaging.processes import Peaks, children, only_child, peak_bytes
from imaging.samples import Put

from app.core.config import Settings
from app.imaging import work
from app.imaging.decoder import Decoder
from app.imaging.header import Limits, inspect
from app.imaging.rejection import ImageRejected

HEADER_SECONDS = 0.1
CHILD_BYTES = 512 * 2**20
PARENT_BYTES = 20 * 2**20

CLAIMS = {
    "png of 169 MP": (lambda: samples.png_bomb(13_000, 13_000), "too_many_pixels"),
    "png header of 60,000 x 60,000": (lambda: samples.png_bomb(60_000, 60_000, rows=10), "too_many_pixels"),
    "png header of 2^31 x 2^31": (lambda: samples.png_bomb(2**31 - 1, 2**31 - 1, rows=0), "too_many_pixels"),
    "jpeg header": (lambda: samples.jpeg_claiming(60_000, 60_000), "too_many_pixels"),
    "webp canvas": (lambda: samples.webp_claiming(16_000, 16_000), "too_many_pixels"),
    "jp2 header": (lambda: samples.jp2_claiming(60_000, 60_000), "too_many_pixels"),
    "jp2 of tiny tiles": (lambda: samples.jp2_claiming(10_000, 10_000, tile=1), "too_many_pixels"),
    "jp2 of 16,384 channels": (lambda: samples.jp2_claiming(64, 64, components=16_384), "too_many_pixels"),
    "heic header": (lambda: samples.heic_claiming(60_000, 60_000), "too_many_pixels"),
    "tiff header": (lambda: samples.tiff_book(1, width=60_000, height=60_000), "too_many_pixels"),
    "tiff of 10,000 pages": (lambda: samples.tiff_book(10_000), "too_many_pages"),
    "tiff in a circle": (lambda: samples.tiff_book(150, circle=True), "damaged"),
    "fits": (lambda: b"SIMPLE  =                    T".ljust(80) + b"NAXIS1  = 99999".ljust(80), "unsupported_format"),
    "jpeg of nothing but markers": (lambda: b"\xff\xd8" + b"\xff\xe0\x00\x02" * 100_000, "damaged"),
    "jp2 of nothing but boxes": (
        lambda: b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\x00\x00\x00\x08free" * 100_000,
        "damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CLAIMS)
def test_row_18_a_claim_is_refused_from_the_header(name: str, put: Put, decoder: Decoder) -> None:
    make, code = CLAIMS[name]
    bomb = put("bomb", make())
    seconds = []
    for _ in range(3):
        begin = time.perf_counter()
        with pytest.raises(ImageRejected) as refused:
            decoder.judge(bomb)
        seconds.append(time.perf_counter() - begin)

    assert refused.value.code == code
    assert min(seconds) <= HEADER_SECONDS


def test_row_18_a_page_that_takes_20_seconds_is_given_up() -> None:
    assert inspect_signature(Decoder).parameters["timeout"].default == 20
    assert inspect_signature(Decoder).parameters["memory_bytes"].default == CHILD_BYTES
    assert Settings.model_fields["decode_timeout"].default == 20


def test_row_18_the_169_megapixel_png_is_small(put: Put) -> None:
    assert put("bomb.png", samples.png_bomb(13_000, 13_000)).stat().st_size < 25_000


def test_row_18_a_file_of_too_many_bytes_is_refused(put: Put) -> None:
    with pytest.raises(ImageRejected) as refused:
        inspect(put("a.jpg", samples.encode(samples.scene(), "jpg")), Limits(max_bytes=1000))

    assert refused.value.code == "too_many_bytes"


def test_row_18_pages_and_pixels_are_counted_in_a_pdf_too(put: Put) -> None:
    book = put("book.pdf", samples.book([samples.scene(300, 200)] * 4, "pdf"))
    with Decoder(Limits(max_pages=3), processes=1) as strict, pytest.raises(ImageRejected) as refused:
        strict.judge(book)
    assert refused.value.code == "too_many_pages"

    with Decoder(Limits(max_pixels=10_000), processes=1) as strict:
        judged = strict.judge(book)
    assert judged.width * judged.height <= 10_500


def test_row_18_a_huge_page_of_a_pdf_is_drawn_small(put: Put, lone: Decoder) -> None:
    plain = samples.encode(samples.scene(300, 200), "pdf", resolution=72)
    huge = plain.replace(b"/MediaBox [ 0 0 300.0 200.0 ]", b"/MediaBox [ 0 0 14400 14400 ]")
    assert len(huge) == len(plain)

    judged = lone.judge(put("poster.pdf", huge))

    assert 30e6 < judged.width * judged.height < 37e6
    assert peak_bytes(only_child(lone)) <= CHILD_BYTES


HEAVY = {
    "png, 85 MP in colour": lambda: samples.png_bomb(9_100, 9_300, bits=8, colour=2),
    "png, 110 MP with alpha": lambda: samples.png_bomb(10_000, 11_000, bits=8, colour=6),
    "png, 119 MP of 16 bits": lambda: samples.png_bomb(10_900, 10_900, bits=16),
    "png, 119 MP bitonal": lambda: samples.png_bomb(10_900, 10_900),
    "webp, 119 MP": lambda: samples.webp_claiming(10_900, 10_900),
    "jp2, 119 MP": lambda: samples.jp2_claiming(10_900, 10_900),
    "heic, 119 MP": lambda: samples.heic_claiming(10_900, 10_900),
    "jpeg, 119 MP": lambda: samples.jpeg_claiming(10_900, 10_900),
    "tiff, 119 MP": lambda: samples.tiff_book(1, width=10_900, height=10_900),
}


@pytest.mark.parametrize("name", HEAVY)
def test_row_18_memory_of_a_decoder_is_bounded_whatever_comes(name: str, put: Put, lone: Decoder) -> None:
    heavy = put("heavy", HEAVY[name]())
    lone.judge(put("card.jpg", samples.encode(samples.scene(), "jpg")))
    peaks = Peaks(only_child(lone))

    for attempt in (lone.judge, lone.pixels):
        with suppress(ImageRejected):
            attempt(heavy)

    assert peaks.most() <= CHILD_BYTES


def test_row_18_the_server_does_not_grow(put: Put, lone: Decoder) -> None:
    bombs = [put(f"bomb{i}", make()) for i, (make, _) in enumerate(CLAIMS.values())]
    bombs += [put("rgb.png", samples.png_bomb(9_100, 9_300, bits=8, colour=2))]
    lone.judge(put("card.jpg", samples.encode(samples.scene(), "jpg")))
    before = psutil.Process().memory_info().rss

    for bomb in bombs * 2:
        with suppress(ImageRejected):
            lone.judge(bomb)

    assert psutil.Process().memory_info().rss - before <= PARENT_BYTES


def test_row_18_a_text_chunk_that_unpacks_to_300_megabytes_costs_one_file(put: Put, lone: Decoder) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(300)) + packer.flush()
    bomb = put("bomb.png", samples.png_with(samples.scene(), b"zTXt", b"Comment\0\0" + packed))
    card = put("card.png", samples.encode(samples.scene(), "png"))
    lone.judge(card)
    before = children()

    with pytest.raises(ImageRejected) as refused:
        lone.judge(bomb)

    assert refused.value.code in {"damaged", "too_many_pixels"}
    assert lone.judge(card).width == 600
    assert children() == before


@pytest.mark.parametrize("kind", ["jpg", "png", "tif", "webp"])
def test_row_18_a_600_dpi_page_of_a4_still_passes(kind: str, put: Put, lone: Decoder) -> None:
    y, x = np.mgrid[0:7016, 0:4960].astype(np.uint16)
    pixels = np.stack([x // 20 % 256, y // 28 % 256, (x + y) // 47 % 256], axis=2).astype(np.uint8)
    fast = {"png": {"compress_level": 1}, "webp": {"lossless": False, "method": 0}, "jpg": {"quality": 80}}
    image = samples.Image.fromarray(pixels)
    page = put("a4", samples.encode(image, kind, **fast.get(kind, {})))

    judged = lone.judge(page)
    full, small = lone.pixels(page), lone.pixels(page, 2600)

    assert (judged.width, judged.height) == (4960, 7016)
    assert (full.shape, small.shape) == ((7016, 4960, 3), (2600, 1838, 3))
    assert peak_bytes(only_child(lone)) <= CHILD_BYTES


def test_row_18_limits_are_looked_at_again_in_the_decoder(put: Put, tmp_path: Path) -> None:
    """A file that changes between the two looks is refused by the second."""
    with pytest.raises(ImageRejected) as refused:
        work.judge(put("bomb.png", samples.png_bomb(13_000, 13_000)), Limits(), lambda name: None)

    assert refused.value.code == "too_many_pixels"
