"""The running program as a service: start, signals, refusals, validators."""

import gzip
import os
import signal
import socket
import threading
import time
import unittest

import tagwire
from tagwire import article, wait_until


class Starting(tagwire.TestCase):
    def test_a_port_in_use_is_named_and_ends_the_program(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            address = f"127.0.0.1:{taken.getsockname()[1]}"
            result = tagwire.run("serve", self.content.root, "--listen", address, check=False)
        self.assertEqual(1, result.returncode)
        self.assertIn(address, result.stderr)
        self.assertIn("another program listens there", result.stderr)
        self.assertEqual("", result.stdout)

    def test_a_content_folder_that_is_not_there_is_named(self):
        result = tagwire.run("serve", self.folder / "nowhere", "--listen", "127.0.0.1:0", check=False)
        self.assertEqual(1, result.returncode)
        self.assertIn("nowhere", result.stderr)

    def test_the_address_printed_is_the_base_url(self):
        self.content.write("a.md", article("一", tags=["t"]))
        with self.serve() as daemon:
            self.assertRegex(daemon.base_url, r"^http://127\.0\.0\.1:[1-9][0-9]*/$")
            atom = daemon.request("/tags/t/atom.xml").body.decode()
            self.assertIn(f'href="{daemon.base_url}tags/t/atom.xml"', atom)

    def test_it_is_ready_when_the_address_is_printed(self):
        for i in range(300):
            self.content.write(f"{i}.md", article(f"第 {i} 篇", tags=[f"t{i}"]))
        with self.serve() as daemon:
            for i in range(300):
                self.assertEqual([f"第 {i} 篇"], daemon.titles(f"/tags/t{i}/atom.xml"))

    def test_the_service_manager_is_told(self):
        notified = self.folder / "notify"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(str(notified))
            manager.settimeout(20 * tagwire.PATIENCE)
            os.environ["NOTIFY_SOCKET"] = str(notified)
            try:
                daemon = self.serve()
            finally:
                del os.environ["NOTIFY_SOCKET"]
            self.assertIn(b"READY=1", manager.recv(4096))
            daemon.process.send_signal(signal.SIGHUP)
            said = b""
            while b"READY=1" not in said:
                said += manager.recv(4096) + b"\n"
            self.assertIn(b"RELOADING=1", said)
            self.assertRegex(said, rb"MONOTONIC_USEC=[0-9]+")
            self.assertEqual(0, daemon.stop())
            while b"STOPPING=1" not in said:
                said += manager.recv(4096)


class Stopping(tagwire.TestCase):
    def test_sigterm_and_sigint_end_it_with_success(self):
        for by in (signal.SIGTERM, signal.SIGINT):
            self.assertEqual(0, self.serve().stop(by))

    def test_an_idle_connection_does_not_delay_the_end(self):
        with self.serve() as daemon:
            daemon.request("/atom.xml")
            start = time.monotonic()
            self.assertEqual(0, daemon.stop())
            self.assertLess(time.monotonic() - start, 2 * tagwire.PATIENCE)

    def test_answers_under_way_are_finished(self):
        for i in range(60):
            self.content.write(f"{i}.md", article(f"{i}", body="长文。" * 2000))
        with self.serve() as daemon:
            whole = daemon.request("/atom.xml").body
            with socket.create_connection((daemon.host, daemon.port), timeout=20 * tagwire.PATIENCE) as reader:
                reader.sendall(b"GET /atom.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                first = reader.recv(1)
                stopping = threading.Thread(target=daemon.process.send_signal, args=[signal.SIGTERM])
                stopping.start()
                answer = first + b"".join(iter(lambda: reader.recv(65536), b""))
                stopping.join()
            self.assertTrue(answer.endswith(whole))
            self.assertEqual(0, daemon.stop())


class Reloading(tagwire.TestCase):
    def serve_configured(self, text):
        self.configuration = self.folder / "tagwire.yaml"
        self.configuration.write_text(text)
        return self.serve("--config", str(self.configuration))

    def test_sighup_takes_the_new_configuration(self):
        self.content.write("a.md", article("一"))
        with self.serve_configured("description: 旧\n") as daemon:
            self.assertIn("旧", daemon.request("/rss.xml").body.decode())
            self.configuration.write_text("description: 新的\n")
            daemon.process.send_signal(signal.SIGHUP)
            wait_until(lambda: "新的" in daemon.request("/rss.xml").body.decode(), what="the new description")
            self.assertEqual(["一"], daemon.titles("/atom.xml"))

    def test_a_broken_configuration_keeps_the_running_one(self):
        self.content.write("a.md", article("一"))
        with self.serve_configured("description: 旧\n") as daemon:
            before = daemon.request("/rss.xml").body
            self.configuration.write_text("descripton: 新的\n")
            daemon.process.send_signal(signal.SIGHUP)
            wait_until(lambda: "tagwire.yaml:1" in daemon.log(), what="the problem in the log")
            self.assertIn("description", daemon.log())
            self.assertEqual(before, daemon.request("/rss.xml").body)


class Answering(tagwire.TestCase):
    def setUp(self):
        super().setUp()
        self.content.write("a.md", article("一", tags=["湿地"], body="正文。" * 500))
        self.daemon = self.serve()
        self.addCleanup(lambda: self.assertEqual(0, self.daemon.stop()))

    def test_every_format_has_its_media_type(self):
        for path, media_type in (("/rss.xml", "application/rss+xml"), ("/atom.xml", "application/atom+xml"),
                                 ("/feed.json", "application/feed+json"), ("/", "text/html"),
                                 ("/feeds.opml", "text/x-opml"), ("/tags/%E6%B9%BF%E5%9C%B0/", "text/html")):
            response = self.daemon.request(path)
            self.assertEqual(200, response.status, path)
            self.assertTrue(response["Content-Type"].startswith(media_type), response["Content-Type"])
            self.assertEqual("nosniff", response["X-Content-Type-Options"])

    def test_head_is_get_without_the_body(self):
        get, head = (self.daemon.request("/atom.xml", method) for method in ("GET", "HEAD"))
        self.assertEqual((200, b""), (head.status, head.body))
        for name in ("ETag", "Last-Modified", "Content-Type", "Content-Length"):
            self.assertEqual(get[name], head[name], name)

    def test_validators_give_304_until_the_document_changes(self):
        first = self.daemon.request("/atom.xml")
        for name, value in (("If-None-Match", first["ETag"]), ("If-None-Match", f'"x", W/{first["ETag"]}'),
                            ("If-None-Match", "*"), ("If-Modified-Since", first["Last-Modified"])):
            again = self.daemon.request("/atom.xml", headers={name: value})
            self.assertEqual((304, b"", first["ETag"]), (again.status, again.body, again["ETag"]), (name, value))
        self.content.write("b.md", article("二", date="2025-03-01"))
        self.daemon.wait_for_titles("/atom.xml", ["二", "一"])
        changed = self.daemon.request("/atom.xml", headers={"If-None-Match": first["ETag"]})
        self.assertEqual(200, changed.status)
        self.assertNotEqual(first["ETag"], changed["ETag"])

    def test_gzip_is_another_representation_of_the_same_document(self):
        plain = self.daemon.request("/atom.xml")
        packed = self.daemon.request("/atom.xml", headers={"Accept-Encoding": "gzip"})
        self.assertEqual("gzip", packed["Content-Encoding"])
        self.assertEqual(plain.body, gzip.decompress(packed.body))
        self.assertEqual(plain["ETag"].strip('"') + "-gz1", packed["ETag"].strip('"'))
        self.assertIn("accept-encoding", plain["Vary"].lower())

    def test_what_is_not_there_is_404_and_what_is_not_allowed_405(self):
        for path in ("/tags/nobody/atom.xml", "/nothing", "/tags/%E6%B9%BF%E5%9C%B0/feed.xml"):
            self.assertEqual(404, self.daemon.request(path).status, path)
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            response = self.daemon.request("/atom.xml", method)
            self.assertEqual(405, response.status, method)
            self.assertEqual({"GET", "HEAD"}, {name.strip() for name in response["Allow"].split(",")} - {"OPTIONS"})

    def test_no_path_leads_out_of_the_shelf(self):
        for path in ("/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/tags/..%2f..%2fa.md", "/a.md"):
            self.assertIn(self.daemon.request(path).status, (400, 404), path)

    def raw(self, request):
        with socket.create_connection((self.daemon.host, self.daemon.port), timeout=20 * tagwire.PATIENCE) as stream:
            stream.sendall(request)
            stream.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: stream.recv(65536), b""))

    def test_malformed_requests_are_400(self):
        for request in (b"GET /atom.xml HTTP/1.1\r\n\r\n", b"GET /atom.xml HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                        b"GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", b"nonsense\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"):
            self.assertTrue(self.raw(request).startswith(b"HTTP/1.1 400 "), request)

    def test_pipelined_requests_are_answered_in_order(self):
        answer = self.raw(b"".join(b"HEAD %s HTTP/1.1\r\nHost: a\r\n\r\n" % path for path in (b"/rss.xml", b"/x", b"/atom.xml")))
        types = [line for line in answer.decode().split("\r\n") if line.startswith(("HTTP/", "Content-Type: application"))]
        self.assertEqual(["HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found", "HTTP/1.1 200 OK"],
                         [line for line in types if line.startswith("HTTP/")])
        self.assertIn("rss", types[1])
        self.assertIn("atom", types[-1])

    def test_a_target_in_another_spelling_leads_to_the_same_bytes(self):
        canonical = self.daemon.request("/tags/%E6%B9%BF%E5%9C%B0/atom.xml")
        for path in ("/tags/%e6%b9%bf%e5%9c%b0/atom.xml", "/t%61gs/%E6%B9%BF%E5%9C%B0/atom.xml"):
            self.assertEqual((200, canonical.body), (self.daemon.request(path).status, self.daemon.request(path).body))


class Consistency(tagwire.TestCase):
    def test_body_and_etag_belong_together_while_documents_change(self):
        """RFC 9110 §8.8.3: one ETag never names two bodies."""
        self.content.write("a.md", article("0"))
        with self.serve() as daemon:
            bodies = {}
            for i in range(1, 60):
                self.content.write("a.md", article(str(i), body=f"{i}。" * 300))
                for _ in range(5):
                    response = daemon.request("/atom.xml")
                    self.assertEqual(bodies.setdefault(response["ETag"], response.body), response.body)
            daemon.wait_for_titles("/atom.xml", ["59"])
        self.assertGreater(len(bodies), 1)


if __name__ == "__main__":
    unittest.main()
