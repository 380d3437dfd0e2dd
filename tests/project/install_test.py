"""`cmake --install` puts everything where Debian expects it, and the unit is hardened."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNIT = ROOT / "systemd" / "tagwire.service"


class Installation(unittest.TestCase):
    def test_files_stand_where_debian_expects_them(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["cmake", "--install", os.environ["TAGWIRE_BUILD"]], check=True, stdout=subprocess.DEVNULL,
                           env=os.environ | {"DESTDIR": folder})
            installed = {"/" + str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*") if path.is_file()}
            version = subprocess.run([folder + "/usr/bin/tagwire", "--version"], capture_output=True, check=True)
        expected = {"/usr/bin/tagwire", "/etc/tagwire/tagwire.yaml", "/usr/lib/systemd/system/tagwire.service",
                    "/usr/lib/sysusers.d/tagwire.conf", "/usr/share/doc/tagwire/README.md", "/usr/share/doc/tagwire/LICENSE"}
        feeds = {f"/usr/share/tagwire/feeds/{file.name}" for file in (ROOT / "feeds").glob("*.yaml")}
        self.assertTrue(feeds)
        self.assertEqual(expected | feeds, installed)
        self.assertRegex(version.stdout, rb"^tagwire \d+\.\d+\.\d+\n$")


class Unit(unittest.TestCase):
    def test_the_paths_it_names_are_those_of_the_installation(self):
        self.assertIn("ExecStart=/usr/bin/tagwire serve --config /etc/tagwire/tagwire.yaml\n", UNIT.read_text())

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd-analyze is not installed")
    def test_its_exposure_is_low(self):
        report = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", UNIT],
                                capture_output=True, text=True, check=True).stdout
        exposure = float(re.search(r"Overall exposure level for tagwire.service: ([0-9.]+)", report).group(1))
        self.assertLessEqual(exposure, 1.5)


if __name__ == "__main__":
    unittest.main()
