"""The decoder and its processes: who dies, who waits, who goes on."""

import errno
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import psutil
import pytest
from imaging import samples
from imaging.processes import children, only_child
from imaging.samples import Put

from app.imaging import child
from app.imaging import decoder as decoder_module
from app.imaging.decoder import Decoder, is_browser_viewable
from app.imaging.rejection import ImageRejected

BACKEND = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
SLOW_PAGES = 12


@pytest.fixture
def card(put: Put) -> Path:
    return put("card.jpg", samples.encode(samples.scene(), "jpg"))


@pytest.fixture
def slow(put: Put) -> Path:
    """A file whose decoding takes a second or more: many pages of many pixels in few bytes."""
    return put("slow.tif", samples.tiff_book(SLOW_PAGES, width=8000, height=8000, packed=True))


def until(fact: Callable[[], bool]) -> None:
    """Wait for a fact about another process, which gives no event to wait on."""
    deadline = time.monotonic() + PATIENCE
    never = threading.Event()
    while not fact():
        assert time.monotonic() < deadline, "it did not come true"
        never.wait(0.01)


def is_at_work(pid: int) -> Callable[[], bool]:
    begin = sum(psutil.Process(pid).cpu_times()[:2])
    return lambda: sum(psutil.Process(pid).cpu_times()[:2]) > begin + 0.05


def test_row_18_a_decoder_killed_in_mid_work_costs_one_file(lone: Decoder, card: Path, slow: Path) -> None:
    lone.judge(card)
    pid = only_child(lone)
    with ThreadPoolExecutor(1) as pool:
        starts = is_at_work(pid)
        judging = pool.submit(lone.judge, slow)
        until(starts)
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(ImageRejected) as refused:
            judging.result()

    assert refused.value.code == "decoder_failed"
    assert lone.judge(card).width == 600
    assert only_child(lone) != pid


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
def test_row_18_a_crash_is_that_files_error_while_others_go_on(
    number: signal.Signals, lone: Decoder, card: Path, slow: Path
) -> None:
    lone.judge(card)
    pid = only_child(lone)
    with ThreadPoolExecutor(5) as pool:
        starts = is_at_work(pid)
        judging = pool.submit(lone.judge, slow)
        until(starts)
        others = [pool.submit(lone.judge, card) for _ in range(4)]
        os.kill(pid, number)

        assert isinstance(judging.exception(), ImageRejected)
        assert [other.result().width for other in others] == [600] * 4


def test_row_18_a_decoder_that_died_in_its_sleep_is_replaced(lone: Decoder, card: Path) -> None:
    lone.judge(card)
    psutil.Process(only_child(lone)).kill()
    until(lambda: not lone._idle[0].is_alive)

    assert lone.judge(card).width == 600


def test_row_18_a_decoder_that_hangs_is_killed_in_time(card: Path) -> None:
    with Decoder(processes=1, timeout=0.5) as hasty:
        hasty.judge(card)
        pid = only_child(hasty)
        os.kill(pid, signal.SIGSTOP)
        begin = time.monotonic()
        with pytest.raises(ImageRejected) as refused:
            hasty.judge(card)

        assert refused.value.code == "decoder_timeout"
        assert time.monotonic() - begin < 5
        assert not psutil.pid_exists(pid)
        assert hasty.judge(card).width == 600


def test_the_time_is_for_each_page(slow: Path) -> None:
    with Decoder(processes=1) as patient:
        begin = time.monotonic()
        patient.judge(slow)
        needed = time.monotonic() - begin

    with Decoder(processes=1, timeout=needed / 2) as hasty:
        assert hasty.judge(slow).pages == SLOW_PAGES


def test_a_split_that_breaks_off_leaves_nothing(lone: Decoder, put: Put, tmp_path: Path) -> None:
    content = samples.book([samples.scene()] * 3, "tif")
    folder = tmp_path / "pages"
    folder.mkdir()
    with pytest.raises(ImageRejected):
        lone.split(put("torn.tif", content[:-1000]), folder, "torn")

    assert list(folder.iterdir()) == []


def test_a_split_that_is_killed_leaves_nothing(lone: Decoder, card: Path, slow: Path, tmp_path: Path) -> None:
    lone.judge(card)
    pid = only_child(lone)
    folder = tmp_path / "pages"
    folder.mkdir()
    with ThreadPoolExecutor(1) as pool:
        splitting = pool.submit(lone.split, slow, folder, "slow")
        until(lambda: any(folder.glob("slow_p0002.png")))
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(ImageRejected):
            splitting.result()

    assert list(folder.iterdir()) == []


def test_a_thumbnail_that_cannot_be_written_is_the_systems_fault(lone: Decoder, card: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lone.thumbnail(card, tmp_path / "missing" / "thumb.webp")


def test_a_full_disk_is_told_from_a_bad_file() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "x.webp")

    assert child.failure(full) == {"os_error": [errno.ENOSPC, "No space left on device", "x.webp"]}
    assert child.failure(OSError("image file is truncated"))["rejected"][0] == "damaged"


def test_a_thumbnail_of_damage_leaves_the_old_one(lone: Decoder, card: Path, put: Put, tmp_path: Path) -> None:
    target = tmp_path / "thumbs" / "card.webp"
    target.parent.mkdir()
    lone.thumbnail(card, target)
    before = target.read_bytes()
    with pytest.raises(ImageRejected):
        lone.thumbnail(put("torn.jpg", card.read_bytes()[:5000]), target)

    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_many_threads_share_two_processes(decoder: Decoder, put: Put) -> None:
    sizes = [(100 + 10 * n, 90) for n in range(24)]
    files = [put(f"{n}.png", samples.encode(samples.scene(*size), "png")) for n, size in enumerate(sizes)]
    before = children()
    with ThreadPoolExecutor(8) as pool:
        judged = list(pool.map(decoder.judge, files * 4))
        arrays = list(pool.map(decoder.pixels, files))

    assert [(each.width, each.height) for each in judged] == sizes * 4
    assert [array.shape[1::-1] for array in arrays] == sizes
    assert all(np.array_equal(a, samples.scene(*size)) for a, size in zip(arrays, sizes, strict=True))
    assert len(children() | before) <= len(before) + 2


def test_background_work_leaves_a_process_for_the_others(slow: Path, card: Path, tmp_path: Path) -> None:
    """While thumbnails queue behind one stopped child, a judgement passes on the other."""
    with Decoder(processes=2, timeout=PATIENCE) as shared, ThreadPoolExecutor(4) as pool:
        stuck = pool.submit(shared.judge, slow)
        until(lambda: len(shared._busy) == 1)
        (busy,) = shared._busy
        os.kill(busy.pid, signal.SIGSTOP)
        shared.judge(card)
        os.kill(busy.pid, signal.SIGCONT)
        stuck.result()

        first = shared._idle[-1]
        os.kill(first.pid, signal.SIGSTOP)
        thumbs = [pool.submit(shared.thumbnail, card, tmp_path / f"{n}.webp", background=True) for n in range(3)]
        until(lambda: first in shared._busy)
        assert shared.judge(card).width == 600
        assert not any(thumb.done() for thumb in thumbs)
        os.kill(first.pid, signal.SIGCONT)
        for thumb in thumbs:
            thumb.result()

    assert len(list(tmp_path.glob("?.webp"))) == 3


def test_one_process_alone_does_background_work_too(lone: Decoder, card: Path, tmp_path: Path) -> None:
    lone.thumbnail(card, tmp_path / "thumb.webp", background=True)

    assert (tmp_path / "thumb.webp").stat().st_size > 100


def test_ctrl_c_in_the_terminal_does_not_reach_the_decoders(lone: Decoder, card: Path) -> None:
    lone.judge(card)
    pid = only_child(lone)
    os.kill(pid, signal.SIGINT)
    lone.judge(card)

    assert only_child(lone) == pid
    assert os.getpgid(pid) != os.getpgid(0)


def test_decoders_get_no_secrets(monkeypatch: pytest.MonkeyPatch, card: Path) -> None:
    monkeypatch.setenv("INDEXCARDS_OPENAI_API_KEY", "canary")
    with Decoder(processes=1) as own:
        own.judge(card)

        assert "canary" not in psutil.Process(only_child(own)).environ().values()


def test_a_folder_named_like_a_library_is_not_imported(
    monkeypatch: pytest.MonkeyPatch, card: Path, tmp_path: Path
) -> None:
    (tmp_path / "numpy.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    with Decoder(processes=1) as own:
        assert own.judge(Path(card.name)).width == 600


def test_close_ends_every_process_and_refuses_more_work(card: Path) -> None:
    own = Decoder()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(own.judge, [card] * 20))
    started = {worker.pid for worker in own._idle}
    own.close()
    own.close()

    assert started
    assert not any(psutil.pid_exists(pid) for pid in started)
    with pytest.raises(RuntimeError):
        own.judge(card)


def test_close_lets_the_file_in_hand_be_finished(card: Path) -> None:
    own = Decoder(processes=1)
    own.judge(card)
    pid = only_child(own)
    os.kill(pid, signal.SIGSTOP)
    with ThreadPoolExecutor(2) as pool:
        judging = pool.submit(own.judge, card)
        until(lambda: len(own._busy) == 1)
        closing = pool.submit(own.close)
        until(lambda: own._closed)
        os.kill(pid, signal.SIGCONT)

        assert judging.result().width == 600
        closing.result()
    assert not psutil.pid_exists(pid)


def test_a_file_cut_short_by_close_is_not_called_damaged(monkeypatch: pytest.MonkeyPatch, card: Path) -> None:
    monkeypatch.setattr(decoder_module, "CLOSING_SECONDS", 0.1)
    own = Decoder(processes=1)
    own.judge(card)
    os.kill(only_child(own), signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        judging = pool.submit(own.judge, card)
        until(lambda: len(own._busy) == 1)
        own.close()

        assert isinstance(judging.exception(), RuntimeError)


def test_decoders_end_with_the_server_even_if_it_is_killed(slow: Path, card: Path) -> None:
    script = (
        "import sys, threading, time\nfrom pathlib import Path\nfrom app.imaging.decoder import Decoder\n"
        "d = Decoder()\nd.judge(Path(sys.argv[2]))\n"
        "threading.Thread(target=d.judge, args=[Path(sys.argv[1])], daemon=True).start()\n"
        "d.judge(Path(sys.argv[2]))\n"
        "import json\nprint(json.dumps([w.pid for w in [*d._idle, *d._busy]]), flush=True)\nthreading.Event().wait()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(slow), str(card)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(BACKEND)},
    ) as server:
        assert server.stdout is not None
        pids = json.loads(server.stdout.readline())
        assert pids
        server.kill()

    until(lambda: not any(psutil.pid_exists(pid) for pid in pids))


def test_a_rejection_survives_pickling() -> None:
    copied = pickle.loads(pickle.dumps(ImageRejected("empty", "The file is empty.", detail="x")))

    assert (copied.code, str(copied), copied.detail) == ("empty", "The file is empty.", "x")


def test_browsers_show_three_formats() -> None:
    shown = {kind for kind in ("jpeg", "png", "webp", "tiff", "jp2", "heic", "pdf") if is_browser_viewable(kind)}

    assert shown == {"jpeg", "png", "webp"}
