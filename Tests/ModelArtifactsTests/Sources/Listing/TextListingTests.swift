import Testing

@testable import ModelArtifacts

@Suite struct TextListingTests {
    @Test(
        arguments: [
            ("", []), ("\n\n", []), ("a", ["a"]), ("a\nb/c\n", ["a", "b/c"]), ("a\r\n\r\nb\r\n", ["a", "b"]),
            ("a\nb\r\n", ["a", "b\r"]),
            ("\u{FEFF}a\n", ["a"]), (" a \n", [" a "]), ("a\0b\n", ["a\0b"]), ("<lt>\n", ["<lt>"]), ("{x}\n", ["{x}"]),
            ("[1] x\n", ["[1] x"]),
            ("\"q\"\nx\n", ["\"q\"", "x"]), ("null.txt\n", ["null.txt"]), ("nullify", ["nullify"]),
            ("ORCHESTRA/a\n", ["ORCHESTRA/a"]),
            ("PRE a/\n", ["PRE a/"]), ("2026-11-22.txt\n", ["2026-11-22.txt"]), ("s3:///x\n", ["s3:///x"]),
            ("keys\n", ["keys"]), ("m/a,1\n", ["m/a,1"]), ("m/a,1\nm/b\n", ["m/a,1", "m/b"]),
            ("a/total 8\n", ["a/total 8"]),
            ("a:b\nc\n", ["a:b", "c"]), ("m/./a\n", ["m/./a"]), ("./a\nb\n", ["./a", "b"]),
            ("-rw-r--r--\n", ["-rw-r--r--"]), ("123456789 a\nb\n", ["123456789 a", "b"]), ("12 a\n", ["12 a"]),
            ("upload: a\n", ["upload: a"]), ("s3://b/a\ngs://b/a\n", ["a", "gs://b/a"]),
            ("a\n---\nb\n---\n", ["a", "---", "b", "---"]),
        ] as [(String, [ByteString])])
    func plainKeys(_ text: String, _ expected: [ByteString]) throws {
        #expect(try keys(text) == expected)
        #expect(try KeyListing(ListingFile(Array(text.utf8))).format == .keys)
    }

    @Test func plainKeysMayBeAnyBytes() throws {
        let rows = try KeyListing(ListingFile([0x61, 0xFF, 0x0A, 0xC3, 0x28])).rows()
        #expect(rows == [ListedRow(key: ByteString([0x61, 0xFF])), ListedRow(key: ByteString([0xC3, 0x28]))])
    }

    @Test func plainURIs() throws {
        #expect(
            try rows("s3://b/a//c\ns3://b/x\ns3://d/y\n") == [
                ListedRow(key: "a//c", object: ListedObject(bucket: "b")),
                ListedRow(key: "x", object: ListedObject(bucket: "b")),
                ListedRow(key: "y", object: ListedObject(bucket: "d")),
            ])
    }

    @Test func plainKeysThatAreEncoded() throws {
        #expect(try keys("a%2fb\n+\n", .init(keysURLEncoded: true)) == ["a/b", " "])
        expectRefusal("a\n%zz\n", "listing:2:1: ", options: .init(keysURLEncoded: true))
    }

    @Test func linesOfAWS() throws {
        let text = """
            2026-11-22 08:37:43          1 m/a//b
            2026-11-22 08:37:43 12345678901  lead

            Total Objects: 2
               Total Size: 12345678902

            """
        #expect(
            try rows(text) == [
                ListedRow(key: "m/a//b", object: ListedObject(size: 1)),
                ListedRow(key: " lead", object: ListedObject(size: 12_345_678_901)),
            ])
    }

    @Test func humanReadableSizes() throws {
        let text = """
            2026-11-22 08:37:43     1 Byte a
            2026-11-22 08:37:43   27 Bytes  b
            2026-11-22 08:37:43         27 Bytes c
            2026-11-22 08:37:43    1.0 KiB d
            2026-11-22 08:37:43 1023.9 MiB e
            """
        let rows = try rows(text)
        #expect(rows.map(\.key) == ["a", " b", "Bytes c", "d", "e"])
        #expect(rows.map(\.object.size) == [1, 27, 27, nil, nil])
        #expect(throws: Never.self) { try keys(text + "\n\nTotal Objects: 5\n   Total Size: 1.0 GiB\n") }
    }

    @Test func emptySummary() throws {
        let listing = try KeyListing(ListingFile(Array("\nTotal Objects: 0\n   Total Size: 0\n".utf8)))
        #expect(listing.format == .awsS3Ls)
        #expect(try listing.rows().isEmpty)
    }

    @Test func emptyKeys() {
        expectRefusal("a\ns3://b/\n", "listing:2:1: ", "without a key")
        expectRefusal("[\"a\",\"\"]", "listing:1:", "empty")
        expectRefusal("{\"key\":\"s3://b/\",\"etag\":\"e\"}", "listing:1:", "empty")
    }

    @Test func longForeignTextIsCut() {
        let error = #expect(throws: ArtifactError.self) {
            try rows("key,size\na,\(String(repeating: "x", count: 100_000))\n")
        }
        #expect(error.map { $0.message.utf8.count < 200 } == true)
    }

    @Test func damagedLinesOfAWS() {
        let line = "2026-11-22 08:37:43          1 a\n"
        expectRefusal("                           PRE m/\n", "listing:1:1: ", "--recursive")
        expectRefusal(line + "                           PRE m/\n", "listing:2:1: ", "--recursive")
        expectRefusal(line + "b\n", "listing:2:1: ", "line breaks", "list-objects-v2")
        expectRefusal("2026-11-22 08:37:43 bucket\n", "listing:1:1: ")
        expectRefusal(line + "2026-11-22 08:37:43 1 a\n", "listing:2:1: ")
        expectRefusal(line + "2026-11-22 08:37:43         -1 a\n", "listing:2:1: ")
        expectRefusal(line + "2026-11-22 08:37:43          1 \n", "listing:2:1: ")
        expectRefusal(line + "2026-11-22 08:37:43 99999999999999999999 a\n", "listing:2:1: ")
        expectRefusal(line + "\nTotal Objects: 2\n   Total Size: 1\n", "listing:3:1: ", "missing")
        expectRefusal(line + "\nTotal Objects: 1\n   Total Size: 2\n", "listing:4:1: ", "missing")
        expectRefusal(line + "\nb\n", "listing:3:1: ")
        expectRefusal(line + "\nTotal Objects: 1\n   Total Size: 1\nx\n", "listing:5:1: ")
        expectRefusal(line, "--keys-url-encoded", options: .init(keysURLEncoded: true))
    }

    @Test func manifests() throws {
        let text = """
            s3_uri,path,etag,size,part_size
            s3://b/p/a,a,abc,1,
            s3://b/p/b,b,abc-2,20000000,8388608
            "s3://b/p/c,""d",c,,,unknown

            """
        #expect(
            try rows(text) == [
                ListedRow(
                    key: "p/a", etag: "abc",
                    object: ListedObject(size: 1, upload: .singlePut, bucket: "b", pathStart: 2)),
                ListedRow(
                    key: "p/b", etag: "abc-2",
                    object: ListedObject(
                        size: 20_000_000, upload: .multipart(partSize: 8_388_608), bucket: "b", pathStart: 2)),
                ListedRow(key: "p/c,\"d", object: ListedObject(upload: .unknown, bucket: "b")),
            ])
        // A path that is not the end of the key is none.
        #expect(try rows("key,path\na/b,b\na/b,c\na/b,\n").map(\.object.pathStart) == [2, nil, nil])
        #expect(try rows("key,sha256,crc64nvme\r\na,x,y\r\n") == [ListedRow(key: "a")])
        #expect(try rows("bucket,key\nb,a\n") == [ListedRow(key: "a", object: ListedObject(bucket: "b"))])
        // As S3 spells them.
        #expect(
            try rows("\"Bucket\",\"Key\",\"Size\",\"ETag\"\nb,a,3,\"\"\"abc\"\"\"\n") == [
                ListedRow(key: "a", etag: "abc", object: ListedObject(size: 3, bucket: "b"))
            ])
        #expect(try keys("Key,Size\nm/a,3\n") == ["m/a"] && keys("Key\nm/a\n") == ["Key", "m/a"])
        #expect(try keys("1,a\n2,b\n", .init(manifestColumns: [.size, .key])) == ["a", "b"])
        #expect(try keys("key,etag\n").isEmpty)
    }

    @Test func damagedManifests() {
        expectRefusal("key,size\na,x\n", "listing:2:1: 'x' is not a size")
        expectRefusal("key,size\na,-1\n", "listing:2:1: '-1' is not a size")
        expectRefusal("key,size\na\n", "listing:2:1: 1 fields", "2 columns")
        expectRefusal("key,size\n,1\n", "listing:2:1: ", "without a key")
        expectRefusal("s3_uri\nhttps://b/a\n", "listing:2:1: ", "not an S3 URI")
        expectRefusal("key,size\n\"a\"b,1\n", "listing:2:4: ")
        expectRefusal("key,key\na,b\n", "listing:1:1: ", "twice")
        expectRefusal("a,b\n", "--columns", options: .init(format: .manifest))
        expectRefusal("", "empty manifest", options: .init(format: .manifest))
        expectRefusal("path\n", "'s3_uri' or 'key'", options: .init(format: .manifest))
    }

    @Test func refusedByName() {
        let instead = "list-objects-v2"
        expectRefusal("<?xml version=\"1.0\"?>\n<ListBucketResult>", "XML", instead)
        expectRefusal("<ListBucketResult xmlns=\"x\">", "XML", instead)
        expectRefusal("None\t\tNone\nCONTENTS\t\"x\"\ta\n", "--output text", instead)
        expectRefusal("a\tb\tc\n", "--output text", instead)
        expectRefusal("None\n", "--output text", instead)
        expectRefusal("------------\n|ListObjectsV2|\n", "table", instead)
        expectRefusal("Contents:\n- Key: a\n", "YAML", instead)
        expectRefusal("\"a\"\n\"b\"\n", "jq -r", "--listing-format")
        expectRefusal("\"b\",\"a\",\"1\"\n", "S3 Inventory", "manifest.json")
        expectRefusal("2026-11-22 08:37            1  s3://clash/m/a\n", "s3cmd", instead)
        expectRefusal("                       DIR  s3://clash/m/\n", "s3cmd", instead)
        expectRefusal("2026/11/22 08:37:43                  1  m/a\n", "s5cmd", instead)
        expectRefusal("                                  DIR  m/\n", "s5cmd", instead)
        expectRefusal("Key,Size,Modified\nm/config.json,12,0\n", "CSV", instead, "--listing-format keys")
        expectRefusal("Bucket,Key,Length\n", "CSV")
        expectRefusal("m/a;12;x\nm/b;0;y\n", "CSV", "key,size")
        let long = "-rw-r--r-- 1 root root 6 Nov 30 12:11 config.json\ndrwxr-xr-x 2 root root 4 Nov 30 12:11 code\n"
        for text in ["total 8\n" + long, "insgesamt 8\n" + long, long, "total 0\n", "total 12K\n"] {
            expectRefusal(text, "'ls -l'", "find * -type f")
        }
        expectRefusal("model:\nconfig.json\n\nmodel/code:\n", "'ls -R'", "find * -type f")
        expectRefusal("-rw-r--r-- me/users 6 2026-11-30 12:11 ./a\n", "'tar -tv'", "tar -tzf")
        expectRefusal("  12345   4 -rw-r--r--   1 root root 6 Nov 30 12:11 ./a\n", "'find -ls'")
        expectRefusal(".\n\u{251C}\u{2500}\u{2500} a\n", "'tree'")
        expectRefusal("Archive:  model.zip\n", "'unzip -l'", "unzip -Z1")
        for text in ["./a\n./b/c\n", ".\n./a\n"] {
            expectRefusal(text, "'find .'", "-printf 'model/%P", "--listing-format keys")
        }
        expectRefusal("[2024-05-06 07:08:00 UTC]  12KiB STANDARD a\n", "'mc ls'", instead)
        for text in ["gs://b/m/a\ngs://b/m/b\n", "s3a://b/m/a\n", "https://b.s3.amazonaws.com/a\n"] {
            expectRefusal(text, "begin with s3://", instead)
        }
        expectRefusal("      612 config.json\n4976698672 a b.bin\n", "'rclone ls'", instead)
        expectRefusal("      612 2024-05-06 07:08:00.000000000 config.json\n", "'rclone lsl'", instead)
        expectRefusal("       612  2024-05-06T07:08:00Z  gs://b/m/a\n", "'gsutil ls -l'", instead)
        for text in [
            "upload: ./a to s3://b/m/a\n", "(dryrun) upload: m/a to s3://b/m/a\n", "cp m/a s3://b/m/a\n",
            "delete: s3://b/m/a\n", "Completed 1.0 KiB/2.0 KiB (3 KiB/s) with 1 file(s) remaining\rupload: a\n",
        ] {
            expectRefusal(text, "what it copies", instead)
        }
        expectRefusal("\nETag       : \"a\"\nBucketName : b\nKey        : m/a\n", "PowerShell", instead)
        expectRefusal("Key   Size\n---   ----\nm/a   612\n", "PowerShell", instead)
        for text in [
            "{'ResponseMetadata': {'RetryAttempts': 0}, 'Contents': [{'Key': 'm/a', 'Size': 6}]}\n",
            "[{'Key': 'm/a', 'Size': 6}]\n", "['m/a', 'm/b']\n", "s3.ObjectSummary(bucket_name='b', key='m/a')\n",
            "[s3.ObjectSummary(bucket_name='b', key='m/a')]\n",
        ] {
            expectRefusal(text, "what Python prints", "json.dumps", instead, "--listing-format keys")
        }
        for text in [
            "\nAn error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied\n",
            "bash: aws: command not found\n",
        ] {
            expectRefusal(text, "an error message", instead)
        }
        for bytes: [UInt8] in [
            [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x62, 0], [0, 0x61, 0, 0x62],
        ] {
            let error = #expect(throws: ArtifactError.self) { try KeyListing(ListingFile(bytes)) }
            #expect(error?.message.contains("UTF-16") == true && error?.message.contains("iconv") == true)
        }
        expectRefusal("PAR1\u{15}\u{4}", "Parquet", "duckdb -c")
        expectRefusal("ORC\u{A}\u{3}\0", "ORC", "duckdb -c")
        let gzip = #expect(throws: ArtifactError.self) { try KeyListing(ListingFile([0x1F, 0x8B, 8, 0])) }
        #expect(gzip?.message.contains("compressed") == true && gzip?.message.contains("manifest.json") == true)
        let folder = #expect(throws: ArtifactError.self) { try KeyListing(opening: "/tmp") }
        #expect(folder?.message.contains("directory") == true)
    }

    /// A column of a manifest may also be the name of a file.
    @Test func keysThatAreNamedAsColumns() throws {
        #expect(try keys("key\nmodel.bin\n") == ["key", "model.bin"])
        #expect(try keys("key\n") == ["key"])
        #expect(try keys("s3_uri\ns3://b/key\n\"s3://b/a,b\"\n") == ["key", "a,b"])
        #expect(try keys("key,etag\nmodel.bin,\n") == ["model.bin"])
        #expect(try keys("key\nmodel.bin\n", .init(format: .manifest)) == ["model.bin"])
    }

    @Test func theFormatCanBeForced() throws {
        #expect(try keys("a\tb\n", .init(format: .keys)) == ["a\tb"])
        #expect(try keys("['m/a']\n", .init(format: .keys)) == ["['m/a']"])
        #expect(try keys("s3.Objects/a\n") == ["s3.Objects/a"])
        #expect(try keys("\"a\"\n\"b\"\n", .init(format: .json)) == ["a", "b"])
        #expect(try keys("key\n", .init(format: .keys)) == ["key"])
        expectRefusal("a\n", "listing:1:1: ", options: .init(format: .json))
        expectRefusal("a\n", "listing:1:1: ", options: .init(format: .awsS3Ls))
        expectRefusal("{}", "not the manifest of an S3 Inventory", options: .init(format: .inventory))
    }

    @Test func bodyErrorsArePassedOn() {
        let error = #expect(throws: ArtifactError.self) {
            try KeyListing(ListingFile(Array("a\n".utf8))).forEach { _, _, _ throws(ArtifactError) in
                throw ArtifactError(.usage, "enough")
            }
        }
        #expect(error?.message == "enough")
    }
}
