import Testing

@testable import ModelArtifacts

@Suite struct JSONListingTests {
    static let two: [ByteString] = ["a", "b/c"]

    @Test(arguments: [
        #"{"Contents": [{"Key": "a", "Size": 1}, {"Size": 2, "Key": "b/c"}], "RequestCharged": null}"#,
        #"{"Contents":[{"Key":"a"}],"IsTruncated":true,"NextContinuationToken":"x"}{"Contents":[{"Key":"b/c"}],"IsTruncated":false}"#,
        #"[{"Contents":[{"Key":"a"}],"NextToken":"x"},{"Contents":[{"Key":"b/c"}]}]"#,
        "{\"Key\":\"a\"}\n{\"Key\":\"b/c\",\"Owner\":{\"Key\":\"no\"}}\n", #"[{"Key":"a"},{"Key":"b/c"}]"#,
        #"["a","b/c"]"#,
        #"["a"]["b/c"]"#, "\u{FEFF}[\"a\", \"b\\/c\"]", "\n\n  [\"a\",\"b/c\"]",
        "{\"Contents\":null}\nnull [\"a\",\"b/c\"]",
        "null\n[\"a\",\"b/c\"]",
        #"{"Prefix":"","Contents":[{"Key":"a","Prefix":1,"IsTruncated":true},{"Key":"b/c","NextToken":"x"}]}"#,
    ])
    func readsEveryShape(_ json: String) throws {
        #expect(try keys(json) == Self.two)
    }

    @Test(arguments: [
        "null", " null\n", "[]", "{}", #"{"RequestCharged": null, "Prefix": "nosuch/"}"#, #"{"Contents":[]}"#,
        #"{"KeyCount":0}"#,
    ])
    func nothing(_ json: String) throws {
        #expect(try keys(json).isEmpty)
        let listing = try KeyListing(ListingFile(Array(json.utf8)))
        #expect(listing.format == .json)
    }

    @Test func sizesETagsAndBuckets() throws {
        let json = #"""
            {"key":"s3://bkt/x/y","etag":"abc-2","size":7}
            {"Key":"s3://bkt/x/y","ETag":"\"abc\"","Size":null}
            {"key":"plain","type":"directory","etag":"e"}
            {"Key":"w","ETag":"W/\"abc\"","Size":9223372036854775807}
            """#
        let rows = try rows(json)
        #expect(
            rows == [
                ListedRow(key: "x/y", etag: "abc-2", object: ListedObject(size: 7, bucket: "bkt")),
                ListedRow(key: "s3://bkt/x/y", etag: "abc"),
                ListedRow(key: "plain", etag: "e", object: ListedObject(size: 0)),
                ListedRow(key: "w", etag: "W/\"abc\"", object: ListedObject(size: Int64.max)),
            ])
    }

    @Test func keysStandUnlessSaidToBeEncoded() throws {
        let json = #"{"Contents":[{"Key":"a%2Fb+c"},{"Key":"\u0000\n"}],"EncodingType":"url"}"#
        #expect(try keys(json) == ["a%2Fb+c", "\0\n"])
        #expect(try keys(json, .init(keysURLEncoded: true)) == ["a/b c", "\0\n"])
        expectRefusal(#"["100%"]"#, "URL-encoded", options: .init(keysURLEncoded: true))
    }

    @Test func truncated() {
        for member in [
            #""IsTruncated": true"#, #""NextToken": "x""#, #""NextContinuationToken": "x""#, #""NextMarker": "x""#,
        ] {
            expectRefusal("{\"Contents\": [],\n \(member)}", "listing:2:", "not complete", "--max-items")
            expectRefusal("{\(member), \"Contents\": []}", "not complete")
            expectRefusal("{\"Contents\": []}\n{\(member)}", "not complete")
        }
        #expect(throws: Never.self) { try keys(#"{"Contents": [], "IsTruncated": false, "NextToken": null}"#) }
    }

    @Test func wrongShapes() {
        expectRefusal("{\"Contents\": [\n {\"Size\": 1}]}", "listing:2:2: ", "without a \"Key\"")
        expectRefusal("{\"Contents\": [{}]}", "listing:1:15: ", "without a \"Key\"")
        expectRefusal("{\"Contents\": [\"a\"]}", "listing:1:15: ")
        expectRefusal("{\"Contents\": {}}", "listing:1:14: expected an array")
        expectRefusal("{\"Contents\": [], \"Contents\": []}", "twice")
        expectRefusal("[[\"a\", 1]]", "listing:1:2: ")
        expectRefusal("[null]", "listing:1:2: ")
        expectRefusal("{\"Key\": 1}", "listing:1:9: expected a string")
        expectRefusal("{\"Key\": \"a\", \"Key\": \"b\"}", "second \"Key\"")
        expectRefusal("{\"Key\": \"a\", \"Size\": 1, \"size\": 1}", "second \"Size\"")
        for size in ["-1", "1.5", "1e3", "9223372036854775808"] {
            expectRefusal("{\"Key\": \"a\", \"Size\": \(size)}", "listing:1:22: '\(size)' is not a size")
        }
        expectRefusal("{\"Key\": \"a\", \"Size\": \"1\"}", "listing:1:22: expected a number")
        expectRefusal("{\"Size\": 1}", "listing:1:1: ", "without a \"Key\"")
        expectRefusal("{\"error\": \"denied\"}", "without a \"Key\"")
        expectRefusal("{\"Contents\": [{\"Key\": \"a\"},]}", "listing:1:28: ")
        expectRefusal("{\"Contents\": [{\"Key\": \"a\"}", "end of JSON")
        expectRefusal(String(repeating: "[", count: 100_000), "listing:1:")
        expectRefusal("{\"a\":" + String(repeating: "[", count: 100_000), "deeper than 512")
        expectRefusal(#"{"Contents":[],"CommonPrefixes":[{"Prefix":"a/"}]}"#, "--delimiter")
        expectRefusal(#"{"key":"s3://b/dir/","type":"directory"}"#, "a folder")
        expectRefusal(#"[{"Path":"a","IsDir":false}]"#, "rclone", "list-objects-v2")
        expectRefusal(#"{"Versions":[]}"#, "versions")
        expectRefusal(#"{"fileSchema":"Key"}"#, "inventory", options: .init(format: .json))
    }

    @Test func hugeKeys() throws {
        let key = String(repeating: "a/", count: 200_000)
        #expect(try keys("[\"\(key)\", \"b\"]") == [ByteString(key), "b"])
        #expect(try keys("\(key)\nb\n") == [ByteString(key), "b"])
        #expect(try keys("2026-11-22 08:37:43          1 \(key)\n") == [ByteString(key)])
    }
}
