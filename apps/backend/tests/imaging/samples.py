"""Images made for the tests: cards, encodings, bombs. Nothing binary is committed."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pillow_heif
from PIL import Image, ImageCms, ImageDraw, ImageFont

pillow_heif.register_heif_opener()

Put = Callable[[str, bytes], Path]  # writes a file of a name and content for the test

ENCODINGS = {
    "jpg": ("JPEG", {"quality": 95, "subsampling": 0}),
    "png": ("PNG", {}),
    "webp": ("WEBP", {"lossless": True}),
    "tif": ("TIFF", {"compression": "tiff_lzw"}),
    "jp2": ("JPEG2000", {}),
    "heic": ("HEIF", {"quality": 90}),
    "pdf": ("PDF", {"resolution": 300}),
}


def scene(width: int = 600, height: int = 400) -> Image.Image:
    """A picture whose four corners differ, so that a wrong turn shows."""
    y, x = np.mgrid[0:height, 0:width]
    red, green = 255 * x / width, 255 * y / height
    pixels = np.stack([red, green, 200 - (red + green) / 3], axis=2).astype(np.uint8)
    pixels[: height // 4, : width // 4] = (230, 240, 250)
    pixels[-height // 5 :, -width // 3 :] = (20, 60, 30)
    return Image.fromarray(pixels)


def grey_ramp(width: int = 600, height: int = 400) -> np.ndarray:
    """Values from 0 to 1, dark at the top left."""
    y, x = np.mgrid[0:height, 0:width]
    return (x / (width - 1) + y / (height - 1)) / 2


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    name, defaults = ENCODINGS[kind]
    buffer = io.BytesIO()
    image.save(buffer, name, **{**defaults, **options})
    return buffer.getvalue()


def book(images: list[Image.Image], kind: str, **options: object) -> bytes:
    # Pillow leaves on an image how it was saved last, and would save the page of another format so too.
    first, *others = (image.copy() for image in images)
    return encode(first, kind, save_all=True, append_images=others, **options)


def card(
    text: str = "",
    *,
    size: tuple[int, int] = (1500, 900),
    paper: int = 250,
    ink: int = 20,
    grain: float = 0.0,
    hole: bool = False,
    edges: bool = False,
    ruled: bool = False,
    specks: int = 0,
) -> Image.Image:
    """A side of a card in grey, with what scanners and drawers add to it."""
    random = np.random.default_rng(7)
    width, height = size
    noise = random.normal(0, grain, (height, width)) if grain else 0
    image = Image.fromarray(np.clip(paper + noise + np.zeros((height, width)), 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    if text:
        draw.multiline_text(
            (width // 12, height // 8), text, fill=ink, font=ImageFont.load_default(size=34), spacing=14
        )
    if hole:
        radius = width // 32
        middle = (width // 2, height - 3 * radius)
        draw.ellipse([middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius], fill=5)
    if edges:
        draw.rectangle([0, 0, width - 1, height // 80], fill=10)
        draw.line([(0, height - 6), (width * 2 // 3, height - 9)], fill=10, width=4)
        draw.rectangle([0, 0, width // 60, height], fill=10)
    if ruled:
        for y in range(height // 5, height, height // 9):
            draw.line([(0, y), (width, y + 3)], fill=140, width=3)
        draw.line([(width * 3 // 4, 0), (width * 3 // 4, height)], fill=120, width=3)
    for x, y in random.integers([40, 40], [width - 40, height - 40], (specks, 2)):
        draw.ellipse([x, y, x + 5, y + 4], fill=15)
    return image


# Bombs: small files that claim, or unpack to, a great deal.


def png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_bomb(width: int, height: int, *, bits: int = 1, colour: int = 0, rows: int | None = None) -> bytes:
    """A valid PNG of nothing but black; ``rows`` fewer than ``height`` cuts its data."""
    samples = {0: 1, 2: 3, 6: 4}[colour]
    row = b"\0" * (1 + (width * bits * samples + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height if rows is None else rows)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(kind, content) for kind, content in chunks)


def png_with(image: Image.Image, kind: bytes, content: bytes) -> bytes:
    """A PNG with one more chunk behind its header."""
    plain = encode(image, "png")
    return plain[:33] + png_chunk(kind, content) + plain[33:]


def jpeg_claiming(width: int, height: int) -> bytes:
    plain = bytearray(encode(scene(64, 64), "jpg"))
    at = plain.index(b"\xff\xc0")
    plain[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(plain)


def tiff_book(pages: int, *, width: int = 8, height: int = 8, circle: bool = False, packed: bool = False) -> bytes:
    """A TIFF of many directories that share one strip of pixels; in a ``circle`` the last leads to the first."""
    strip = b"\xff" * min((width + 7) // 8 * height, 10**8 if packed else 10**6)
    strip = zlib.compress(strip) if packed else strip
    first = 8 + len(strip) + len(strip) % 2
    values = ((256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 8 if packed else 1), (262, 3, 1), (273, 4, 8))
    values += ((277, 3, 1), (278, 4, height), (279, 4, len(strip)))
    length = 2 + 12 * len(values) + 4
    out = [b"II*\0", struct.pack("<I", first), strip.ljust(first - 8, b"\0")]
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in values)
    for page in range(pages):
        following = first + length * (page + 1)
        if page == pages - 1:
            following = first if circle else 0
        out.append(struct.pack("<H", len(values)) + entries + struct.pack("<I", following))
    return b"".join(out)


def jp2_claiming(width: int, height: int, *, tile: int | None = None, components: int | None = None) -> bytes:
    plain = bytearray(encode(scene(64, 64), "jp2"))
    at = plain.index(b"\xff\x4f\xff\x51")
    struct.pack_into(">II", plain, at + 8, width, height)
    struct.pack_into(">II", plain, at + 24, tile or width, tile or height)
    if components is not None:
        struct.pack_into(">H", plain, at + 40, components)
    return bytes(plain)


def heic_claiming(width: int, height: int) -> bytes:
    plain = bytearray(encode(scene(64, 64), "heic"))
    at = plain.index(b"ispe")
    struct.pack_into(">II", plain, at + 8, width, height)
    return bytes(plain)


def webp_claiming(width: int, height: int) -> bytes:
    alpha = scene(64, 64).convert("RGBA")
    alpha.putalpha(120)
    plain = bytearray(encode(alpha, "webp", lossless=False))
    at = plain.index(b"VP8X")
    plain[at + 12 : at + 18] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(plain)


def wide_profile() -> bytes:
    """An ICC profile with the primaries of Adobe RGB and a gamma of 2.0, written by hand (ICC.1:2001-04)."""

    def fixed(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 2 * 256) + b"\0\0"
    name = b"Wide"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name + b"\0" * 80
    tags = {
        b"desc": description + b"\0" * (-len(description) % 4),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(*WIDE_TO_XYZ[:, 0]),
        b"gXYZ": xyz(*WIDE_TO_XYZ[:, 1]),
        b"bXYZ": xyz(*WIDE_TO_XYZ[:, 2]),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data, offset = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for kind, content in tags.items():
        table += kind + struct.pack(">II", offset + len(data), len(content))
        data += content
    head = struct.pack(">I4sI4s4s4s", 0, b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ") + b"\0" * 12 + b"acsp"
    head = (head + b"\0" * 28 + fixed(0.9642) + fixed(1.0) + fixed(0.8249)).ljust(128, b"\0")
    whole = head + table + data
    return struct.pack(">I", len(whole)) + whole[4:]


# Bradford-adapted to D50, as in the published profiles.
WIDE_TO_XYZ = np.array([[0.60974, 0.20528, 0.14919], [0.31111, 0.62567, 0.06322], [0.01947, 0.06087, 0.74457]])
SRGB_TO_XYZ = np.array([[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]])


def wide_in_srgb(pixels: np.ndarray) -> np.ndarray:
    """What the bytes of an image in ``wide_profile`` are in sRGB, by the textbook."""
    linear = (pixels / 255.0) ** 2.0 @ (np.linalg.inv(SRGB_TO_XYZ) @ WIDE_TO_XYZ).T
    linear = np.clip(linear, 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.round(encoded * 255).astype(np.uint8)


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def locked_pdf() -> bytes:
    """A PDF that asks for a password: standard security handler, revision 2, keys that fit no password."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>",
    ]
    content, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(content)
    content += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    ids = b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    return content + b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (ids, start)
