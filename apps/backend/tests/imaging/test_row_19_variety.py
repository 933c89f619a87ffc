"""Row 19: what archives hold - depths, colours, turns, pages - against reference pixels."""

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from imaging import samples
from imaging.samples import Put
from PIL import Image

from app.imaging.decoder import Decoder
from app.imaging.rejection import ImageRejected

MEAN_ERROR = 2.0  # of 255

SCENE = samples.scene()
RAMP = samples.grey_ramp()


def saved(image: Image.Image, format_name: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format_name, **options)
    return buffer.getvalue()


def rgb(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("RGB"))


def grey(values: np.ndarray) -> np.ndarray:
    return np.repeat(np.round(values).astype(np.uint8)[:, :, None], 3, axis=2)


def sixteen(top: int) -> Image.Image:
    return Image.fromarray(np.round(RAMP * top).astype(np.uint16))


def white_is_zero_16() -> bytes:
    plain = bytearray(saved(sixteen(65535), "TIFF"))
    at = plain.index(b"\x06\x01\x03\x00\x01\x00\x00\x00\x01\x00")
    plain[at + 8] = 0
    return bytes(plain)


def over_white(image: Image.Image) -> np.ndarray:
    pixels = np.asarray(image.convert("RGBA"), dtype=np.float64)
    alpha = pixels[:, :, 3:] / 255
    return np.round(pixels[:, :, :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)


def translucent() -> Image.Image:
    image = SCENE.convert("RGBA")
    image.putalpha(Image.fromarray(np.round(RAMP * 255).astype(np.uint8)))
    return image


def palette_with_alpha() -> Image.Image:
    image = SCENE.quantize(32)
    image.info["transparency"] = bytes([0, 128] + [255] * 30)
    return image


def bitonal() -> Image.Image:
    return samples.card("Zimmermann, Rolf", size=(600, 400)).convert("1", dither=Image.Dither.NONE)


def inverted_bitonal() -> bytes:
    flipped = Image.fromarray(255 - np.asarray(bitonal().convert("L"))).convert("1")
    plain = bytearray(saved(flipped, "TIFF", compression="group4"))
    at = plain.index(b"\x06\x01\x03\x00\x01\x00\x00\x00")
    plain[at + 8] = 1 - plain[at + 8]
    return bytes(plain)


CMYK = SCENE.convert("CMYK")
GREY = grey(RAMP * 255)
GREY_8 = Image.fromarray(GREY[:, :, 0])

VARIETY = {
    "cmyk jpeg, inverted as Adobe does": lambda: (saved(CMYK, "JPEG", quality=96, subsampling=0), rgb(CMYK)),
    "cmyk tiff": lambda: (saved(CMYK, "TIFF"), rgb(CMYK)),
    "grey jpeg": lambda: (saved(GREY_8, "JPEG", quality=96), GREY),
    "16-bit grey png": lambda: (saved(sixteen(65535), "PNG"), GREY),
    "16-bit grey tiff": lambda: (saved(sixteen(65535), "TIFF"), GREY),
    "16-bit grey tiff, white is zero": lambda: (white_is_zero_16(), 255 - GREY),
    "16-bit grey jp2": lambda: (saved(sixteen(65535), "JPEG2000"), GREY),
    "12 bits in 16": lambda: (saved(sixteen(4095), "TIFF"), GREY),
    "16-bit grey up to 40,000": lambda: (saved(sixteen(40_000), "PNG"), grey(RAMP * 40_000 / 257)),
    "float tiff": lambda: (saved(Image.fromarray(RAMP.astype(np.float32)), "TIFF"), GREY),
    "bitonal tiff": lambda: (saved(bitonal(), "TIFF", compression="group4"), rgb(bitonal())),
    "bitonal tiff, white is zero": lambda: (inverted_bitonal(), rgb(bitonal())),
    "bitonal png": lambda: (saved(bitonal(), "PNG"), rgb(bitonal())),
    "palette": lambda: (saved(SCENE.quantize(32), "PNG"), rgb(SCENE.quantize(32))),
    "palette and alpha": lambda: (saved(palette_with_alpha(), "PNG"), over_white(palette_with_alpha())),
    "rgba png": lambda: (saved(translucent(), "PNG"), over_white(translucent())),
    "rgba tiff": lambda: (saved(translucent(), "TIFF"), over_white(translucent())),
    "rgba webp": lambda: (saved(translucent(), "WEBP", lossless=True, exact=True), over_white(translucent())),
    "grey and alpha": lambda: (saved(translucent().convert("LA"), "PNG"), over_white(translucent().convert("LA"))),
    "colour key": lambda: (
        saved(Image.new("RGB", (90, 60), (1, 2, 3)), "PNG", transparency=(1, 2, 3)),
        np.full((60, 90, 3), 255),
    ),
    "profile": lambda: (
        saved(SCENE, "PNG", icc_profile=samples.wide_profile()),
        samples.wide_in_srgb(np.asarray(SCENE)),
    ),
    "profile in a jpeg": lambda: (
        saved(SCENE, "JPEG", quality=96, subsampling=0, icc_profile=samples.wide_profile()),
        samples.wide_in_srgb(np.asarray(SCENE)),
    ),
    "sRGB profile": lambda: (saved(SCENE, "PNG", icc_profile=samples.srgb_profile()), np.asarray(SCENE)),
    "broken profile": lambda: (saved(SCENE, "PNG", icc_profile=b"not a profile" * 20), np.asarray(SCENE)),
    "colour profile on grey": lambda: (saved(GREY_8, "TIFF", icc_profile=samples.wide_profile()), GREY),
    "multi-picture jpeg": lambda: (
        saved(SCENE, "MPO", save_all=True, append_images=[Image.new("RGB", (600, 400))], quality=96, subsampling=0),
        np.asarray(SCENE),
    ),
    "animated png": lambda: (
        saved(SCENE, "PNG", save_all=True, append_images=[Image.new("RGB", (600, 400))]),
        np.asarray(SCENE),
    ),
    "animated webp": lambda: (
        saved(SCENE, "WEBP", save_all=True, append_images=[Image.new("RGB", (600, 400))], lossless=True),
        np.asarray(SCENE),
    ),
    "progressive jpeg": lambda: (saved(SCENE, "JPEG", quality=96, subsampling=0, progressive=True), np.asarray(SCENE)),
    "tiff with jpeg inside": lambda: (saved(SCENE, "TIFF", compression="jpeg", quality=96), np.asarray(SCENE)),
    "jp2": lambda: (saved(SCENE, "JPEG2000"), np.asarray(SCENE)),
    "bare jpeg 2000 codestream": lambda: (saved(SCENE, "JPEG2000", no_jp2=True), np.asarray(SCENE)),
    "heic": lambda: (saved(SCENE, "HEIF", quality=95, chroma=444), np.asarray(SCENE)),
    "lab tiff": lambda: (
        saved(Image.new("LAB", (90, 60), (255, 128, 128)), "TIFF"),
        np.full((60, 90, 3), 255),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIETY)
def test_row_19_pixels_come_out_right(name: str, decoder: Decoder, put: Put) -> None:
    content, expected = VARIETY[name]()
    path = put("file", content)

    found = decoder.pixels(path)

    assert decoder.judge(path).pages == 1
    assert found.shape == expected.shape
    assert found.dtype == np.uint8
    assert np.abs(found.astype(int) - expected.astype(int)).mean() <= MEAN_ERROR


@pytest.mark.parametrize("name", VARIETY)
def test_row_19_thumbnails_come_out_right(name: str, decoder: Decoder, put: Put, tmp_path: Path) -> None:
    content, expected = VARIETY[name]()
    target = tmp_path / "thumb.webp"

    decoder.thumbnail(put("file", content), target)

    with Image.open(target) as thumb:
        assert (thumb.format, thumb.mode, max(thumb.size)) == ("WEBP", "RGB", min(320, expected.shape[1]))
        assert not {"exif", "icc_profile", "xmp"} & set(thumb.info)
        reference = Image.fromarray(expected.astype(np.uint8)).resize(thumb.size, Image.Resampling.LANCZOS)
        error = np.abs(np.asarray(thumb, dtype=int) - np.asarray(reference, dtype=int)).mean()
    assert error <= MEAN_ERROR


@pytest.mark.parametrize("name", VARIETY)
def test_row_19_pictures_for_other_machines_come_out_right(name: str, decoder: Decoder, put: Put) -> None:
    content, expected = VARIETY[name]()

    with Image.open(io.BytesIO(decoder.jpeg(put("file", content)))) as made:
        found = rgb(made).astype(int)

    assert found.shape == expected.shape
    assert np.abs(found - expected.astype(int)).mean() <= 2 * MEAN_ERROR, "it is compressed once more"
    assert abs(found.mean() - expected.astype(int).mean()) <= MEAN_ERROR, "no grey is clipped"


# What EXIF 1-8 mean: the stored picture is the upright one under the inverse of this.
STORED = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1),
    6: lambda a: a.swapaxes(0, 1)[::-1],
    7: lambda a: a.swapaxes(0, 1)[::-1, ::-1],
    8: lambda a: a.swapaxes(0, 1)[:, ::-1],
}


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "tif"])
def test_row_19_every_turn_comes_out_upright(
    kind: str, orientation: int, decoder: Decoder, put: Put, tmp_path: Path
) -> None:
    upright = np.asarray(SCENE)
    stored = Image.fromarray(np.ascontiguousarray(STORED[orientation](upright)))
    exif = Image.Exif()
    exif[0x0112] = orientation
    tag = {"tiffinfo": {0x0112: orientation}} if kind == "tif" else {"exif": exif}
    path = put("turned", samples.encode(stored, kind, **tag))

    judged = decoder.judge(path)
    found = decoder.pixels(path)
    decoder.thumbnail(path, tmp_path / "thumb.webp")
    decoder.view(path, tmp_path / "view.webp")

    assert (judged.width, judged.height) == (600, 400)
    assert np.abs(found.astype(int) - upright).mean() <= MEAN_ERROR
    for name, size in (("thumb.webp", (320, 213)), ("view.webp", (600, 400))):
        with Image.open(tmp_path / name) as made:
            reference = np.asarray(SCENE.resize(size, Image.Resampling.LANCZOS), dtype=int)
            assert np.abs(np.asarray(made, dtype=int) - reference).mean() <= MEAN_ERROR


def test_row_19_a_broken_turn_counts_as_upright(decoder: Decoder, put: Put) -> None:
    for exif in (b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0" + b"\xff" * 30, b"junk"):
        found = decoder.pixels(put("odd.jpg", samples.encode(SCENE, "jpg", exif=exif)))
        assert found.shape == (400, 600, 3)


@pytest.mark.parametrize("long_side", [100, 333, 599, 600, 5000, None])
def test_row_19_pixels_shrink_and_never_grow(long_side: int | None, decoder: Decoder, put: Put) -> None:
    wanted = min(600, long_side or 600)

    found = decoder.pixels(put("a.png", samples.encode(SCENE, "png")), long_side)

    reference = SCENE.resize((wanted, round(400 * wanted / 600)), Image.Resampling.LANCZOS)
    assert found.shape == (reference.height, wanted, 3)
    assert np.abs(found.astype(int) - np.asarray(reference, dtype=int)).mean() <= MEAN_ERROR
    assert found.flags.writeable


def test_row_19_a_picture_for_others_is_upright_small_and_says_nothing_of_its_origin(
    decoder: Decoder, put: Put
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "a camera of somebody"
    out = io.BytesIO()
    SCENE.rotate(90, expand=True).save(out, "JPEG", exif=exif, comment=b"a word of somebody", xmp=b"<x>somebody</x>")
    raw = decoder.jpeg(put("turned", out.getvalue()), 300)

    with Image.open(io.BytesIO(raw)) as made:
        reference = np.asarray(SCENE.resize((300, 200), Image.Resampling.LANCZOS), dtype=int)
        assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (300, 200))
        assert np.abs(np.asarray(made, dtype=int) - reference).mean() <= 2 * MEAN_ERROR
        assert not set(made.info) & {"exif", "comment", "xmp", "icc_profile"}
    assert b"somebody" in out.getvalue()
    assert b"somebody" not in raw


@pytest.mark.parametrize(("name", "mode"), [("grey", "L"), ("grey as colour", "L"), ("colour", "RGB")])
def test_row_19_a_picture_for_others_has_one_channel_where_there_is_no_colour(
    name: str, mode: str, decoder: Decoder, put: Put
) -> None:
    image = {"grey": GREY_8, "grey as colour": GREY_8.convert("RGB"), "colour": SCENE}[name]

    with Image.open(io.BytesIO(decoder.jpeg(put("a.png", samples.encode(image, "png"))))) as made:
        assert (made.mode, made.size) == (mode, image.size)


def test_row_19_each_page_of_a_tiff_becomes_an_image_of_its_own(decoder: Decoder, put: Put, tmp_path: Path) -> None:
    pages = [SCENE, bitonal(), sixteen(65535), SCENE.quantize(16), GREY_8, CMYK, translucent()]
    path = put("book.tif", samples.book(pages, "tif"))

    judged = decoder.judge(path)
    files = decoder.split(path, tmp_path, "Häuser 7")

    assert judged.pages == 7
    assert [file.name for file in files] == [f"Häuser 7_p{number:04d}.png" for number in range(1, 8)]
    modes = []
    for file, page in zip(files, pages, strict=True):
        with Image.open(file) as made:
            modes.append(made.mode)
            same = np.asarray(made.convert("RGBA")) == np.asarray(page.convert("RGBA"))
            assert made.mode.startswith("I;16") or same.mean() > 0.999
    assert modes == ["RGB", "1", "I;16", "P", "L", "RGB", "RGBA"]
    with Image.open(files[2]) as made:
        assert np.array_equal(np.asarray(made), np.asarray(sixteen(65535)))


def test_row_19_reduced_copies_in_a_tiff_are_no_pages(decoder: Decoder, put: Put) -> None:
    small = SCENE.resize((60, 40))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    buffer = io.BytesIO()
    SCENE.save(buffer, "TIFF", save_all=True, append_images=[small])

    judged = decoder.judge(put("pyramid.tif", buffer.getvalue()))

    assert (judged.pages, judged.width) == (1, 600)


def test_row_19_a_big_tiff_is_read(decoder: Decoder, put: Put) -> None:
    path = put("big.tif", samples.book([SCENE, SCENE], "tif", big_tiff=True))

    assert decoder.judge(path).pages == 2


def test_row_19_each_page_of_a_pdf_is_drawn_at_300_dpi(decoder: Decoder, put: Put, tmp_path: Path) -> None:
    path = put("book.pdf", samples.book([SCENE, SCENE.rotate(90, expand=True), bitonal()], "pdf"))

    judged = decoder.judge(path)
    files = decoder.split(path, tmp_path, "book")

    assert (judged.format, judged.media_type, judged.pages) == ("pdf", "application/pdf", 3)
    assert len(files) == 3
    expected = ((SCENE, "RGB"), (SCENE.rotate(90, expand=True), "RGB"), (bitonal(), "1"))
    for file, (page, mode) in zip(files, expected, strict=True):
        with Image.open(file) as made:
            assert abs(made.width - page.width) <= 1
            assert abs(made.height - page.height) <= 1
            error = np.abs(rgb(made.resize(page.size)).astype(int) - rgb(page).astype(int)).mean()
            assert error <= MEAN_ERROR
            assert made.mode == mode


def test_row_19_a_locked_pdf_is_called_encrypted(decoder: Decoder, put: Put) -> None:
    with pytest.raises(ImageRejected) as refused:
        decoder.judge(put("locked.pdf", samples.locked_pdf()))

    assert refused.value.code == "encrypted"


def test_row_19_originals_keep_their_bytes(decoder: Decoder, put: Put, tmp_path: Path) -> None:
    originals = {kind: put(f"original.{kind}", samples.encode(SCENE, kind)) for kind in samples.ENCODINGS}
    before = {kind: hashlib.sha256(path.read_bytes()).hexdigest() for kind, path in originals.items()}
    stamps = {kind: path.stat().st_mtime_ns for kind, path in originals.items()}

    for kind, path in originals.items():
        decoder.judge(path)
        decoder.thumbnail(path, tmp_path / f"{kind}.webp")
        decoder.view(path, tmp_path / f"{kind}.view.webp")
        decoder.pixels(path)
        if kind in ("tif", "pdf"):
            decoder.split(path, tmp_path, kind)

    assert {kind: hashlib.sha256(path.read_bytes()).hexdigest() for kind, path in originals.items()} == before
    assert {kind: path.stat().st_mtime_ns for kind, path in originals.items()} == stamps
