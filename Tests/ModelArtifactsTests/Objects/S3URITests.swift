import ModelArtifacts
import Testing

@Suite struct S3URITests {
    static let table: [(text: ByteString, bucket: ByteString, key: ByteString)] = [
        ("s3://bucket", "bucket", ""), ("s3://bucket/", "bucket", ""), ("s3://bucket/a/b/", "bucket", "a/b/"),
        ("s3://bucket//a", "bucket", "/a"), ("s3://bucket/a%20b", "bucket", "a%20b"), ("s3://b/é", "b", "é"),
        ("https://bucket.s3.eu-west-1.amazonaws.com/a/b", "bucket", "a/b"),
        ("https://bucket.s3.amazonaws.com/a", "bucket", "a"),
        ("https://bucket.s3-eu-west-1.amazonaws.com/a", "bucket", "a"),
        ("https://my.dotted.bucket.s3.us-east-1.amazonaws.com/a", "my.dotted.bucket", "a"),
        ("https://s3.eu-west-1.amazonaws.com/bucket/a/b", "bucket", "a/b"),
        ("https://s3.amazonaws.com/bucket/a", "bucket", "a"),
        ("https://s3-eu-west-1.amazonaws.com/bucket/a", "bucket", "a"),
        ("https://s3.eu-west-1.amazonaws.com/bucket", "bucket", ""),
        ("https://bucket.s3.cn-north-1.amazonaws.com.cn/a", "bucket", "a"),
        ("https://bucket.s3.eu-west-1.amazonaws.com/a%20b%2Fc", "bucket", "a b/c"),
        ("https://minio.example.com/a", "minio.example.com", "a"),
    ]

    @Test(arguments: table.indices) func isTakenApart(_ index: Int) throws {
        let (text, bucket, key) = Self.table[index]
        let uri = try #require(S3URI(text))
        #expect(uri.bucket == bucket && uri.key == key && uri.text == text)
    }

    @Test(arguments: [
        "", "bucket/key", "s3:/bucket/key", "s3://", "s3:///key", "http://bucket/key", "S3://bucket/key", "file:///x",
    ])
    func isNone(_ text: String) {
        #expect(S3URI(ByteString(text)) == nil)
    }

    @Test func isMadeOfItsParts() {
        let uri = S3URI(bucket: "bucket", key: "a/b")
        #expect(uri.text == "s3://bucket/a/b" && S3URI(uri.text) == uri)
    }

    @Test func countsCharacters() {
        #expect(S3URI("s3://b/é")?.length == 8)
    }
}
