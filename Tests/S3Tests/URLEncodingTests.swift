import ModelArtifacts
import Testing

@testable import S3

@Suite struct URLEncodingTests {
    @Test func onlyUnreservedBytesStay() {
        #expect(URLEncoding.path("a/b c+d=%2F~-._ü") == "a/b%20c%2Bd%3D%252F~-._%C3%BC")
        #expect(URLEncoding.query("a/b") == "a%2Fb")
        #expect(URLEncoding.path(ByteString([0, 0x7F, 0xFF])) == "%00%7F%FF")
    }
}
