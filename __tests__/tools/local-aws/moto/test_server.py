"""How the server starts, ends and complains; how a fix notices that moto changed."""

import os
import signal
import subprocess
import sys
import textwrap
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from support import SERVER, AwsTest, Server

sys.path.append(str(SERVER.parent))
from patching import MotoChanged, add, wrap, wrap_property  # noqa: E402


def gone(pid: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


class Ending(AwsTest):
    FIX = "server"

    def test_a_signal_ends_it_at_once(self) -> None:
        for sent in (signal.SIGTERM, signal.SIGINT):
            process = Server([]).process
            process.send_signal(sent)
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0)

    def test_it_ends_with_its_parent(self) -> None:
        parent = f"""
            import subprocess, sys
            command = [sys.executable, {str(SERVER)!r}, "--port", "0", "--exit-with-parent"]
            server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            server.stdout.readline()
            print(server.pid)
        """
        pid = int(subprocess.check_output([sys.executable, "-c", textwrap.dedent(parent)], text=True))
        self.assertTrue(gone(pid, 60))


class Together(AwsTest):
    FIX = "server"

    def test_calls_at_the_same_time_do_not_lose_one_another(self) -> None:
        ec2, vpc = self.client("ec2"), self.vpc()[0]

        def create(number: int) -> None:
            ec2.create_security_group(GroupName=f"together-{number}", Description="together", VpcId=vpc)
            ec2.describe_security_groups()

        with ThreadPoolExecutor(20) as pool:
            list(pool.map(create, range(100)))
        groups = ec2.describe_security_groups(Filters=[{"Name": "description", "Values": ["together"]}])
        self.assertEqual(len(groups["SecurityGroups"]), 100)


class Complaints(AwsTest):
    FIX = "server"

    def complaint(self, *arguments: str) -> str:
        ended = subprocess.run([sys.executable, str(SERVER), *arguments], capture_output=True, text=True, timeout=120)
        self.assertNotEqual(ended.returncode, 0)
        return ended.stderr

    def test_a_port_that_is_taken_is_named(self) -> None:
        port = self.url.rpartition(":")[2]
        self.assertIn(f"Port {port} is in use", self.complaint("--port", port))

    def test_an_unknown_fix_is_named(self) -> None:
        self.assertIn("--without nothing: there is no such fix", self.complaint("--port", "0", "--without", "nothing"))


class Patching(unittest.TestCase):
    FIX = "server"

    class Model:
        def method(self) -> int:
            return 1

        @property
        def value(self) -> int:
            return 1

    def test_a_fix_for_what_moto_no_longer_has_fails_loudly(self) -> None:
        for changed in (lambda: wrap(self.Model, "gone"), lambda: wrap_property(self.Model, "method")):
            self.assertRaises(MotoChanged, changed)

    def test_a_fix_for_what_moto_has_by_now_fails_loudly(self) -> None:
        with self.assertRaises(MotoChanged):
            add(self.Model, "method")
