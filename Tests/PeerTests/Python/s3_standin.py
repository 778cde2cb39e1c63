"""Stands in for S3, and for who gives out credentials, on ports of 127.0.0.1 that the system picks, until standard input ends.

    python s3_standin.py DESCRIPTION.json

Prints the port, and behind a space that of TLS if there is one. Reads the standard library only. It does what moto does not: it
answers late, wrongly, half, or from another region; it tells of KMS, of composite checksums and of parts; it checks signatures.
Requests that name another host are taken too, as a proxy gets them (`http_proxy`, `https_proxy`).

The description, all of it optional:

    latency        seconds before each answer
    page           the most keys of an answer (1000)
    region         the region of buckets that name none (us-east-1)
    wrongRegion    how a request signed for another region is answered: 400 (AuthorizationHeaderMalformed; the default), 301, 307
    credentials    {access key: secret} or {access key: [secret, session token]}: signatures are checked; without it they are not
    tls            {certificate, key}: paths of PEM files; a second port then speaks TLS, and CONNECT leads to it
    buckets        {name: {region, requestPayer, owner, anonymous, denies: [action…], generate: [{pattern, count, size, object}], objects: […]}}
    objects        {key or keyBase64, and as contents one of: text, base64, file, size (bytes made of `seed`);
                    parts: [sizes], etag, checksums: {CRC32: "auto" or base64}, checksumType, encryption, customerKey, storageClass,
                    headers: {}, modified, hidesETag: listing (it is not listed) or always (no answer tells it)}
    faults         [{method, path, query: regular expressions; first: n, times: n, every: n, from: n counts of what matches;
                     do: status (status, code, message, headers) | reset | half | stall | unending | drip (a byte ten times a second) |
                     gzip | answer (status, headers, body or bodyBase64; COUNT in the body is how often it was asked for) | rewrite
                     (replace: [[from, to]]), headers: {}; delay: seconds}]
    sts            {token, role, accessKey, secret, session, seconds, account}
    container      {authorization, accessKey, secret, session, seconds, role}, at any path that begins with /credentials
    imds           {role, accessKey, secret, session, seconds, region, v1}

`GET /-/log` answers with what was asked so far, as JSON; `GET /-/clear` forgets it and the counts of the faults.
"""

import asyncio
import base64
import bisect
import datetime
import gzip
import hashlib
import hmac
import json
import os
import re
import ssl
import sys
import threading
import urllib.parse
import zlib

EMPTY = hashlib.sha256(b"").hexdigest()
REASONS = {200: "OK", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 307: "Temporary Redirect",
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 412: "Precondition Failed",
    416: "Range Not Satisfiable", 429: "Too Many Requests", 500: "Internal Server Error", 503: "Slow Down"}


def table(polynomial):
    values = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (polynomial if value & 1 else 0)
        values.append(value)
    return values


CRC32C, CRC64NVME = table(0x82F63B78), table(0x9A6C9329AC4BC9B5)


def crc(values, width, data):
    value = mask = (1 << width) - 1
    for byte in data:
        value = values[(value ^ byte) & 0xFF] ^ value >> 8
    return (value ^ mask).to_bytes(width // 8, "big")


DIGESTS = {
    "CRC32": lambda data: zlib.crc32(data).to_bytes(4, "big"),
    "CRC32C": lambda data: crc(CRC32C, 32, data),
    "CRC64NVME": lambda data: crc(CRC64NVME, 64, data),
    "SHA1": lambda data: hashlib.sha1(data).digest(),
    "SHA256": lambda data: hashlib.sha256(data).digest(),
}


class Object:
    """What lies under a key."""

    def __init__(self, key, description):
        self.key, self.description = key, description
        if "file" in description:
            self.size = os.path.getsize(description["file"])
        elif "text" in description:
            self.content = description["text"].encode()
        elif "base64" in description:
            self.content = base64.b64decode(description["base64"])
        if hasattr(self, "content"):
            self.size = len(self.content)
        elif "file" not in description:
            self.size = description.get("size", 0)
        self.parts = description.get("parts")
        self.modified = description.get("modified", "2026-01-02T03:04:05.000Z")
        self._etag = description.get("etag")

    def read(self, start, end):
        if hasattr(self, "content"):
            return self.content[start:end]
        if "file" in self.description:
            with open(self.description["file"], "rb") as file:
                file.seek(start)
                return file.read(end - start)
        seed = str(self.description.get("seed", 0)).encode()
        first = start // 32
        blocks = b"".join(hashlib.sha256(seed + index.to_bytes(8, "big")).digest() for index in range(first, (end + 31) // 32))
        return blocks[start - first * 32:end - first * 32]

    def pieces(self):
        offset = 0
        for size in self.parts:
            yield self.read(offset, offset + size)
            offset += size

    @property
    def etag(self):
        if self._etag is None:
            if self.parts:
                digests = b"".join(hashlib.md5(piece).digest() for piece in self.pieces())
                self._etag = f"{hashlib.md5(digests).hexdigest()}-{len(self.parts)}"
            else:
                self._etag = hashlib.md5(self.read(0, self.size)).hexdigest()
        return self._etag

    def headers(self, tells_checksums):
        told = {"ETag": f'"{self.etag}"', "Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT", "Accept-Ranges": "bytes"}
        description = self.description
        encryption = description.get("encryption", "AES256")
        if description.get("customerKey"):
            told["x-amz-server-side-encryption-customer-algorithm"] = "AES256"
        elif encryption:
            told["x-amz-server-side-encryption"] = encryption
        if description.get("storageClass", "STANDARD") != "STANDARD":
            told["x-amz-storage-class"] = description["storageClass"]
        if tells_checksums and description.get("checksums"):
            kind = description.get("checksumType", "FULL_OBJECT")
            for name, value in description["checksums"].items():
                if value == "auto":
                    digest = DIGESTS[name]
                    if kind == "COMPOSITE":
                        whole = digest(b"".join(digest(piece) for piece in self.pieces()))
                        value = f"{base64.b64encode(whole).decode()}-{len(self.parts)}"
                    else:
                        value = base64.b64encode(digest(self.read(0, self.size))).decode()
                told[f"x-amz-checksum-{name.lower()}"] = value
            if kind:
                told["x-amz-checksum-type"] = kind
        if description.get("hidesETag") == "always":
            del told["ETag"]
        return {**told, **description.get("headers", {})}


class Bucket:
    """Objects in the order of their keys."""

    def __init__(self, description):
        self.description = description
        self.made = {}
        self.described = {}
        for item in description.get("objects", []):
            key = base64.b64decode(item["keyBase64"]) if "keyBase64" in item else item["key"].encode()
            self.described[key] = Object(key, item)
        keys = set(self.described)
        for rule in description.get("generate", []):
            item = {"size": rule.get("size", 7), **rule.get("object", {})}
            for index in range(rule["count"]):
                key = rule["pattern"].format(index, index // 1000, index % 1000).encode()
                keys.add(key)
                self.made[key] = item
        self.keys = sorted(keys)
        self.pages = {}

    def object(self, key):
        if key in self.described:
            return self.described[key]
        if key in self.made:
            return Object(key, {"etag": hashlib.md5(key).hexdigest(), **self.made[key]})
        return None

    def page(self, prefix, delimiter, after, limit):
        """Keys, common prefixes, and behind what the next page begins, if there is one. `after` is a pair: where, and whether what
        begins with that is done."""
        keys, prefixes, place = [], [], bisect.bisect_left(self.keys, prefix)
        if after is not None:
            text, is_group = after
            behind = bisect.bisect_left(self.keys, successor(text)) if is_group else bisect.bisect_right(self.keys, text)
            place = max(place, behind)
        last = None
        while place < len(self.keys) and self.keys[place].startswith(prefix):
            if len(keys) + len(prefixes) == limit:
                return keys, prefixes, last
            key = self.keys[place]
            cut = key.find(delimiter, len(prefix)) if delimiter else -1
            if cut >= 0:
                group = key[:cut + len(delimiter)]
                prefixes.append(group)
                last = (group, True)
                place = bisect.bisect_left(self.keys, successor(group))
            else:
                keys.append(key)
                last = (key, False)
                place += 1
        return keys, prefixes, None


def successor(text):
    """The least bytes that are behind everything that begins with `text`."""
    text = bytearray(text)
    while text and text[-1] == 0xFF:
        text.pop()
    if not text:
        return b"\xff" * 2000
    text[-1] += 1
    return bytes(text)


def escaped(data, is_encoded):
    if is_encoded:
        return urllib.parse.quote(data, safe="/-_.*").replace("%20", "+").encode()
    text = data.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;").replace(b"\r", b"&#13;")
    return text.replace(b'"', b"&quot;")


class Refusal(Exception):
    def __init__(self, status, code, message="", headers=None, extra=""):
        super().__init__(code)
        self.status, self.code, self.message, self.headers, self.extra = status, code, message, headers or {}, extra


class Answer:
    def __init__(self, status, headers=None, body=b"", chunked=False):
        self.status, self.headers, self.body, self.chunked = status, headers or {}, body, chunked


class Request:
    def __init__(self, method, target, headers, body, is_tls):
        self.method, self.headers, self.body, self.is_tls = method, headers, body, is_tls
        if target.startswith(b"http://"):
            rest = target[7:]
            slash = rest.find(b"/")
            target = rest[slash:] if slash >= 0 else b"/"
        path, _, query = target.partition(b"?")
        self.raw_path, self.raw_query = path.decode("latin-1"), query.decode("latin-1")
        self.path = urllib.parse.unquote_to_bytes(path)
        self.query = {}
        for item in query.split(b"&") if query else []:
            name, _, value = item.partition(b"=")
            self.query[urllib.parse.unquote_to_bytes(name).decode()] = urllib.parse.unquote_to_bytes(value)

    def header(self, name):
        return self.headers.get(name, "")


class Standin:
    def __init__(self, description):
        self.description = description
        self.latency = description.get("latency", 0)
        self.buckets = {name: Bucket(item) for name, item in description.get("buckets", {}).items()}
        self.faults = description.get("faults", [])
        self.clear()

    def clear(self):
        self.log, self.counts = [], [0] * len(self.faults)

    # What is done on purpose.

    def fault(self, request):
        for index, fault in enumerate(self.faults):
            wanted = [("method", request.method), ("path", request.raw_path), ("query", request.raw_query)]
            if not all(re.search(fault[name], value) for name, value in wanted if name in fault):
                continue
            self.counts[index] += 1
            count = self.counts[index]
            if count <= fault.get("first", fault.get("times", count)) and count >= fault.get("from", 0) \
                    and count % fault.get("every", 1) == 0:
                return fault
        return None

    def answer(self, request):
        """An answer, and the fault to be done to it."""
        fault = self.fault(request)
        if fault is not None and fault.get("do") == "status":
            refusal = Refusal(fault.get("status", 503), fault.get("code", "SlowDown"), fault.get("message", "Please reduce your rate."),
                fault.get("headers"), fault.get("extra", ""))
            return self.refused(request, refusal), fault
        if fault is not None and fault.get("do") == "answer":
            text = fault.get("body", "").replace("COUNT", str(self.counts[self.faults.index(fault)]))
            body = base64.b64decode(fault["bodyBase64"]) if "bodyBase64" in fault else text.encode()
            return Answer(fault.get("status", 200), fault.get("headers"), body), fault
        try:
            answer = self.regular(request)
        except Refusal as refusal:
            answer = self.refused(request, refusal)
        if fault is not None:
            if fault.get("do") == "gzip":
                answer.body = gzip.compress(answer.body)
                answer.headers["Content-Encoding"] = "gzip"
            for old, new in fault.get("replace", []):
                answer.body = answer.body.replace(old.encode(), new.encode())
            for name, value in fault.get("headers", {}).items():
                answer.headers = {key: kept for key, kept in answer.headers.items() if key.lower() != name.lower()}
                if value is not None:
                    answer.headers[name] = value
        return answer, fault

    @staticmethod
    def refused(request, refusal):
        body = (f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{refusal.code}</Code><Message>{refusal.message}</Message>'
            f"{refusal.extra}<RequestId>4442587FB7D0A2F9</RequestId><HostId>host</HostId></Error>").encode()
        return Answer(refusal.status, {"Content-Type": "application/xml", **refusal.headers}, body, chunked=True)

    # Who may ask.

    def check_signature(self, request, bucket):
        known = self.description.get("credentials")
        text = request.header("authorization")
        if not text:
            if bucket is None or bucket.description.get("anonymous") or known is None:
                return
            raise Refusal(403, "AccessDenied", "Access Denied")
        match = re.fullmatch(
            r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})",
            text)
        if not match:
            raise Refusal(400, "AuthorizationHeaderMalformed", "The authorization header is malformed.")
        access, day, region, service, names, signature = match.groups()
        if bucket is not None:
            home = bucket.description.get("region", self.description.get("region", "us-east-1"))
            if region != home:
                headers, how = {"x-amz-bucket-region": home}, self.description.get("wrongRegion", 400)
                if how == 400:
                    raise Refusal(400, "AuthorizationHeaderMalformed",
                        f"The authorization header is malformed; the region '{region}' is wrong; expecting '{home}'", headers,
                        f"<Region>{home}</Region>")
                if how == 307:
                    raise Refusal(307, "TemporaryRedirect", "Please re-send this request.", headers)
                raise Refusal(301, "PermanentRedirect", "The bucket you are attempting to access must be addressed using the "
                    "specified endpoint.", headers, f"<Endpoint>{home}.example</Endpoint>")
        if known is None:
            return
        if access not in known:
            raise Refusal(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.")
        secret, session = known[access] if isinstance(known[access], list) else (known[access], None)
        if session is not None and request.header("x-amz-security-token") != session:
            raise Refusal(400, "InvalidToken", "The provided token is malformed or otherwise invalid.")
        names = names.split(";")
        if not {"host", "x-amz-date", "x-amz-content-sha256"} <= set(names):
            raise Refusal(403, "AccessDenied", "There were headers present in the request which were not signed")
        canonical = "\n".join([
            request.method, urllib.parse.quote(request.path, safe="/-_.~"),
            "&".join(f"{urllib.parse.quote(name, safe='-_.~')}={urllib.parse.quote(value, safe='-_.~')}"
                for name, value in sorted(request.query.items())),
            *[f"{name}:{' '.join(request.header(name).split())}" for name in names], "", ";".join(names),
            request.header("x-amz-content-sha256")])
        scope = f"{day}/{region}/{service}/aws4_request"
        text = "\n".join(["AWS4-HMAC-SHA256", request.header("x-amz-date"), scope, hashlib.sha256(canonical.encode()).hexdigest()])
        key = b"AWS4" + secret.encode()
        for item in [day, region, service, "aws4_request"]:
            key = hmac.digest(key, item.encode(), "sha256")
        if hmac.new(key, text.encode(), "sha256").hexdigest() != signature:
            raise Refusal(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.")
        if request.header("x-amz-content-sha256") not in (EMPTY, "UNSIGNED-PAYLOAD"):
            raise Refusal(400, "XAmzContentSHA256Mismatch")

    # What is asked.

    def regular(self, request):
        path = request.raw_path
        if path.startswith("/latest/"):
            return self.metadata(request)
        if path.startswith("/credentials") and "container" in self.description:
            return self.container(request)
        if request.method == "POST" and b"Action=AssumeRoleWithWebIdentity" in request.body:
            return self.web_identity(request)
        label = request.header("host").split(":")[0].split(".")[0]
        if label in self.buckets:
            name, key = label, request.path[1:]
        else:
            name, _, key = request.path[1:].partition(b"/")
            name = name.decode(errors="replace")
        bucket = self.buckets.get(name)
        self.check_signature(request, bucket)
        if request.method not in ("GET", "HEAD"):
            raise Refusal(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
        if bucket is None:
            raise Refusal(404, "NoSuchBucket", "The specified bucket does not exist", extra=f"<BucketName>{name}</BucketName>")
        owner = request.header("x-amz-expected-bucket-owner")
        if owner and owner != bucket.description.get("owner", owner):
            raise Refusal(403, "AccessDenied", "Access Denied")
        if bucket.description.get("requestPayer") and request.header("x-amz-request-payer") != "requester":
            raise Refusal(403, "AccessDenied", "Access Denied")
        action = "s3:GetObject" if key else "s3:ListBucket"
        if action in bucket.description.get("denies", []):
            raise Refusal(403, "AccessDenied", f"User: arn:aws:sts::123456789012:assumed-role/reader/i-1 is not authorized to perform: {action}")
        return self.object(request, bucket, key) if key else self.list(request, name, bucket)

    def list(self, request, name, bucket):
        query = request.query
        if query.get("list-type") != b"2":
            raise Refusal(501, "NotImplemented", "This is not needed.")
        prefix, delimiter = query.get("prefix", b""), query.get("delimiter", b"")
        limit = min(int(query.get("max-keys", b"1000")), self.description.get("page", 1000))
        after = None
        if "start-after" in query:
            after = (query["start-after"], False)
        if "continuation-token" in query:
            try:
                token = base64.urlsafe_b64decode(query["continuation-token"])
            except ValueError:
                raise Refusal(400, "InvalidArgument", "The continuation token provided is incorrect") from None
            after = (token[1:], token[:1] == b"g")
        is_encoded = query.get("encoding-type") == b"url"
        place = (prefix, delimiter, after, limit, is_encoded)
        if place not in bucket.pages:
            bucket.pages[place] = self.render(name, bucket, *place)
        home = bucket.description.get("region", self.description.get("region", "us-east-1"))
        return Answer(200, {"Content-Type": "application/xml", "x-amz-bucket-region": home}, bucket.pages[place], chunked=True)

    @staticmethod
    def render(name, bucket, prefix, delimiter, after, limit, is_encoded):
        keys, prefixes, last = bucket.page(prefix, delimiter, after, limit)
        pieces = [b'<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>',
            name.encode(), b"</Name><Prefix>", escaped(prefix, is_encoded), b"</Prefix>"]
        if last is not None:
            token = base64.urlsafe_b64encode((b"g" if last[1] else b"k") + last[0])
            pieces += [b"<NextContinuationToken>", token, b"</NextContinuationToken>"]
        pieces += [b"<KeyCount>%d</KeyCount><MaxKeys>%d</MaxKeys>" % (len(keys) + len(prefixes), limit)]
        if is_encoded:
            pieces.append(b"<EncodingType>url</EncodingType>")
        pieces.append(b"<IsTruncated>%s</IsTruncated>" % (b"true" if last is not None else b"false"))
        for key in keys:
            item = bucket.object(key)
            pieces.append(
                b"<Contents><Key>%s</Key><LastModified>%s</LastModified>%s<Size>%d</Size>"
                b"<StorageClass>%s</StorageClass></Contents>" % (
                    escaped(key, is_encoded), item.modified.encode(),
                    b"" if "hidesETag" in item.description else b"<ETag>&quot;%s&quot;</ETag>" % item.etag.encode(), item.size,
                    item.description.get("storageClass", "STANDARD").encode()))
        for group in prefixes:
            pieces.append(b"<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>" % escaped(group, is_encoded))
        pieces.append(b"</ListBucketResult>")
        return b"".join(pieces)

    def object(self, request, bucket, key):
        if len(key) > 1024:
            raise Refusal(400, "KeyTooLongError", "Your key is too long")
        item = bucket.object(key)
        if item is None:
            raise Refusal(404, "NoSuchKey", "The specified key does not exist.")
        if item.description.get("customerKey"):
            raise Refusal(400, "InvalidRequest", "The object was stored using a form of Server Side Encryption. The correct parameters "
                "must be provided to retrieve the object.")
        match = request.header("if-match")
        if match and match.strip('"') != item.etag:
            raise Refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
        headers = item.headers(request.header("x-amz-checksum-mode") == "ENABLED")
        status, start, end = 200, 0, item.size
        if "partNumber" in request.query:
            number = int(request.query["partNumber"])
            sizes = item.parts or [item.size]
            if number > len(sizes):
                raise Refusal(416, "InvalidPartNumber", "The requested partnumber is not satisfiable")
            start = sum(sizes[:number - 1])
            end = start + sizes[number - 1]
            if item.parts:
                headers["x-amz-mp-parts-count"] = str(len(sizes))
            status = 206
        elif request.header("range"):
            found = re.fullmatch(r"bytes=(\d+)-(\d*)", request.header("range"))
            if found:
                start = int(found[1])
                if start >= item.size:
                    raise Refusal(416, "InvalidRange", "The requested range is not satisfiable")
                end = min(item.size, int(found[2]) + 1) if found[2] else item.size
                status = 206
        if status == 206:
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{item.size}"
        if request.method == "HEAD":
            headers["Content-Length"] = str(end - start)
            return Answer(status, headers)
        return Answer(status, headers, item.read(start, end))

    # Who gives out credentials.

    @staticmethod
    def expiry(item):
        return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=item.get("seconds", 3600))).strftime(
            "%Y-%m-%dT%H:%M:%SZ")

    def web_identity(self, request):
        item = self.description["sts"]
        form = {name: values[0] for name, values in urllib.parse.parse_qs(request.body.decode()).items()}
        if request.header("authorization"):
            raise Refusal(403, "SignatureDoesNotMatch")
        if form.get("WebIdentityToken") != item["token"] or form.get("RoleArn") != item["role"]:
            return Answer(400, {}, b'<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>'
                b"<Code>InvalidIdentityToken</Code><Message>Couldn't retrieve verification key from your identity provider</Message>"
                b"</Error><RequestId>1</RequestId></ErrorResponse>")
        return Answer(200, {"Content-Type": "text/xml"}, (
            '<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>'
            f"<SubjectFromWebIdentityToken>system:serviceaccount:x</SubjectFromWebIdentityToken><AssumedRoleUser><Arn>{item['role']}/"
            f"{form.get('RoleSessionName', '')}</Arn><AssumedRoleId>A:1</AssumedRoleId></AssumedRoleUser><Credentials>"
            f"<SessionToken>{item.get('session', '')}</SessionToken><SecretAccessKey>{item['secret']}</SecretAccessKey>"
            f"<Expiration>{self.expiry(item)}</Expiration><AccessKeyId>{item['accessKey']}</AccessKeyId></Credentials>"
            "</AssumeRoleWithWebIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>"
            "</AssumeRoleWithWebIdentityResponse>").encode())

    def given_out(self, item, **more):
        return Answer(200, {"Content-Type": "application/json"}, json.dumps({
            "AccessKeyId": item["accessKey"], "SecretAccessKey": item["secret"], "Token": item.get("session", ""),
            "Expiration": self.expiry(item), **more}).encode())

    def container(self, request):
        item = self.description["container"]
        if request.header("authorization") != item.get("authorization", ""):
            return Answer(403, {}, b'{"code": "AccessDenied", "message": "no"}')
        return self.given_out(item, RoleArn=item.get("role", "arn:aws:iam::123456789012:role/task"))

    def metadata(self, request):
        item = self.description.get("imds")
        if item is None:
            return Answer(404)
        if request.raw_path == "/latest/api/token":
            if request.method != "PUT" or not request.header("x-aws-ec2-metadata-token-ttl-seconds"):
                return Answer(405)
            return Answer(403) if item.get("v1") else Answer(200, {}, b"the-token")
        if not item.get("v1") and request.header("x-aws-ec2-metadata-token") != "the-token":
            return Answer(401)
        base = "/latest/meta-data/iam/security-credentials/"
        if request.raw_path == base:
            return Answer(200, {}, item["role"].encode())
        if request.raw_path == base + item["role"]:
            return self.given_out(item, Code="Success", Type="AWS-HMAC")
        if request.raw_path == "/latest/meta-data/placement/region" and "region" in item:
            return Answer(200, {}, item["region"].encode())
        return Answer(404)


class Connection(asyncio.Protocol):
    """One connection, on which one request follows the other."""

    def __init__(self, standin, is_tls, tls_port=None):
        self.standin, self.is_tls, self.tls_port = standin, is_tls, tls_port
        self.received, self.is_busy, self.tunnel = b"", False, None

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, error):
        if self.tunnel is not None and not isinstance(self.tunnel, list):
            self.tunnel.close()

    def data_received(self, data):
        if isinstance(self.tunnel, list):
            self.tunnel.append(data)
        elif self.tunnel is not None:
            self.tunnel.write(data)
        else:
            self.received += data
            self.next()

    def next(self):
        if self.is_busy:
            return
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            return
        lines = self.received[:end].split(b"\r\n")
        method, target, _ = lines[0].split(b" ", 2)
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(b":")
            headers[name.decode("latin-1").lower()] = value.strip().decode("latin-1")
        length = int(headers.get("content-length", 0))
        if len(self.received) < end + 4 + length:
            return
        body = self.received[end + 4:end + 4 + length]
        self.received = self.received[end + 4 + length:]
        if method == b"CONNECT":
            self.standin.log.append({"method": "CONNECT", "target": target.decode()})
            self.connect()
            return
        self.is_busy = True
        request = Request(method.decode(), target, headers, body, self.is_tls)
        if request.raw_path == "/-/log":
            return self.send(Answer(200, {}, json.dumps(self.standin.log).encode()), request, None)
        if request.raw_path == "/-/clear":
            self.standin.clear()
            return self.send(Answer(200), request, None)
        record = {"method": request.method, "path": request.raw_path, "query": request.raw_query, "host": headers.get("host"),
            "headers": {name: value for name, value in headers.items() if name not in ("authorization", "x-amz-security-token")},
            "signed": "authorization" in headers, "tls": self.is_tls, "isProxied": target.startswith(b"http://")}
        self.standin.log.append(record)
        answer, fault = self.standin.answer(request)
        record["status"] = answer.status
        delay = self.standin.latency + (fault or {}).get("delay", 0)
        if delay:
            asyncio.get_running_loop().call_later(delay, self.send, answer, request, fault)
        else:
            self.send(answer, request, fault)

    def send(self, answer, request, fault):
        if self.transport.is_closing():
            return
        what = (fault or {}).get("do")
        if what == "reset":
            return self.transport.abort()
        headers = {"x-amz-request-id": "4442587FB7D0A2F9", "Server": "AmazonS3", **answer.headers}
        body = b"" if request.method == "HEAD" else answer.body
        if what == "unending":
            # What no length and no chunk says the end of, ends with the connection, and here too early.
            headers["Connection"] = "close"
            body = body[:len(body) * 2 // 3]
        elif answer.chunked and request.method != "HEAD" and "Content-Length" not in headers:
            headers["Transfer-Encoding"] = "chunked"
            body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in split(body)) + b"0\r\n\r\n"
        else:
            headers.setdefault("Content-Length", str(len(answer.body)))
        head = f"HTTP/1.1 {answer.status} {REASONS.get(answer.status, 'Other')}\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in headers.items()) + "\r\n"
        data = head.encode("latin-1") + body
        if what in ("half", "stall"):
            self.transport.write(data[:len(head) + len(body) // 2])
            if what == "half":
                self.transport.close()
            return
        if what == "drip":
            return self.drip(data, len(head))
        self.transport.write(data)
        if headers.get("Connection") == "close":
            return self.transport.close()
        self.is_busy = False
        self.next()

    def drip(self, data, count):
        """Sends so many bytes of the data, and then one after the other."""
        if data and not self.transport.is_closing():
            self.transport.write(data[:count])
            asyncio.get_running_loop().call_later(0.1, self.drip, data[count:], 1)

    def connect(self):
        """Whatever host is meant, it is this one."""
        self.tunnel = []

        class Other(asyncio.Protocol):
            def __init__(self, client):
                self.client = client

            def connection_made(self, transport):
                for data in self.client.tunnel:
                    transport.write(data)
                self.client.tunnel = transport
                self.client.transport.write(b"HTTP/1.1 200 Connection established\r\n\r\n")

            def data_received(self, data):
                self.client.transport.write(data)

            def connection_lost(self, error):
                self.client.transport.close()

        loop = asyncio.get_running_loop()
        self.task = loop.create_task(loop.create_connection(lambda: Other(self), "127.0.0.1", self.tls_port))


def split(body):
    middle = len(body) // 2
    return [piece for piece in (body[:middle], body[middle:]) if piece]


async def main():
    with open(sys.argv[1]) as file:
        standin = Standin(json.load(file))
    loop = asyncio.get_running_loop()
    ports = []
    tls = standin.description.get("tls")
    if tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(tls["certificate"], tls["key"])
        server = await loop.create_server(lambda: Connection(standin, True), "127.0.0.1", 0, ssl=context, backlog=256)
        ports.append(server.sockets[0].getsockname()[1])
    tls_port = ports[0] if ports else None
    plain = await loop.create_server(lambda: Connection(standin, False, tls_port), "127.0.0.1", 0, backlog=256)
    ports.insert(0, plain.sockets[0].getsockname()[1])
    print(*ports, flush=True)
    await asyncio.Event().wait()


def wait_for_owner():
    """Whoever started this holds the other end of standard input."""
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=wait_for_owner, daemon=True).start()
    asyncio.run(main())
