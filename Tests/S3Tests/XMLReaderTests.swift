import ModelArtifacts
import TestSupport
import Testing

@testable import S3

@Suite struct XMLReaderTests {
    private static let page = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- from S3 --><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/" b='"'><Prefix>m/</Prefix><Empty/>\
        <IsTruncated>true</IsTruncated><NextContinuationToken>a+b/c=</NextContinuationToken>
        <Contents><Key>m/a+b%2B%C3%BC</Key><Size>12</Size><ETag>&quot;x&#65;&#x41;&amp;&quot;</ETag><Owner><ID>1</ID></Owner></Contents>
        <Contents><Size>0</Size><StorageClass><![CDATA[GLACIER]]></StorageClass><Key>m/b</Key></Contents>
        <CommonPrefixes><Prefix>m/c%2F</Prefix></CommonPrefixes><EncodingType>url</EncodingType></ListBucketResult>

        """

    @Test func readsAPage() throws {
        let page = try ListPage(Array(Self.page.utf8), prefix: "m/")
        #expect(page.objects.map { page.key($0) } == ["m/a b+ü", "m/b"])
        #expect(page.objects.map(\.size) == [12, 0])
        #expect(page.objects.map { ByteString(Array(page.text[$0.etag])) } == ["\"xAA&\"", ""])
        #expect(page.objects.map { ByteString(Array(page.text[$0.storageClass])) } == ["", "GLACIER"])
        #expect(page.commonPrefixes == ["m/c/"])
        #expect(page.nextToken == "a+b/c=")
    }

    /// One that ends anywhere is never taken for whole, and says that it has an end that is missing.
    @Test func everyBeginningIsNoPage() throws {
        let bytes = Array(Self.page.utf8)
        let end = bytes.count - 2
        for count in 0..<end {
            let error = try #require(throws: XMLError.self) { try ListPage(Array(bytes[..<count]), prefix: "m/") }
            #expect(error.isTruncated, "\(count): \(error)")
        }
        _ = try ListPage(Array(bytes[...end]), prefix: "m/")
    }

    @Test(
        arguments: [
            "<Error><Code>NoSuchKey</Code></Error>", "{}", "<html><body>login</body></html>",
            "<ListBucketResult></ListBucketResult>", "<ListBucketResult/>",
            "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><NextContinuationToken>t</NextContinuationToken></ListBucketResult>",
            "<ListBucketResult><IsTruncated>maybe</IsTruncated></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><IsTruncated>false</IsTruncated></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Prefix>other/</Prefix></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult><more/>",
            "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>more",
            "<ListBucketResult><IsTruncated>false</Other></ListBucketResult>",
            "<ListBucketResult><IsTruncated><b/>false</IsTruncated></ListBucketResult>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Prefix>&b;</Prefix></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Prefix>&#xD800;</Prefix></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Prefix>&#xFFFFFFFF;</Prefix></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Prefix>&#0;</Prefix></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Prefix>&#;</Prefix></ListBucketResult>",
            "<ListBucketResult a><IsTruncated>false</IsTruncated></ListBucketResult>",
            "<ListBucketResult a=b><IsTruncated>false</IsTruncated></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>m/a</Key></Contents></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Size>1</Size></Contents></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a</Key><Size>-1</Size></Contents></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a</Key><Size>9999999999999999999</Size></Contents></ListBucketResult>",
            "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a</Key><Key>b</Key><Size>1</Size></Contents></ListBucketResult>",
            "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated><Contents><Key>a%2</Key><Size>1</Size></Contents></ListBucketResult>",
        ]) func isNoPage(_ text: String)
    {
        #expect(throws: XMLError.self) { try ListPage(Array(text.utf8), prefix: "m/") }
    }

    @Test func isBounded() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(throws: XMLError.self) { try ListPage(Array("<ListBucketResult>\(deep)".utf8), prefix: "") }
        let name = String(repeating: "a", count: 100_000)
        #expect(throws: XMLError.self) { try ListPage(Array("<ListBucketResult><\(name)>".utf8), prefix: "") }
        #expect(throws: XMLError.self) {
            try ListPage([UInt8]("<ListBucketResult><Prefix>".utf8) + [0xFF] + Array("</Prefix>".utf8), prefix: "")
        }
    }

    /// Whatever is done to an answer, it is read or refused.
    @Test func damagedAnswers() throws {
        var random = SplitMix64(seed: TestSeed.make())
        let bytes = Array(Self.page.utf8)
        let signs = Array("<>&;/!?-[]\"'=#x".utf8)
        for _ in 0..<TestScale.count(20_000) {
            var damaged = bytes
            for _ in 0...Int(random.next() % 3) {
                let place = Int(random.next() % UInt64(damaged.count))
                switch random.next() % 4 {
                case 0: damaged[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: damaged[place] = signs[Int(random.next() % UInt64(signs.count))]
                case 2: damaged.remove(at: place)
                default:
                    let end = min(damaged.count, place + Int(random.next() % 40))
                    damaged.insert(contentsOf: damaged[place..<end], at: Int(random.next() % UInt64(damaged.count)))
                }
            }
            _ = try? ListPage(damaged, prefix: "m/")
            _ = ServiceError(HTTPResponse(status: 400, body: damaged))
        }
    }

    @Test(
        arguments: [
            (
                "<Error><Code>AccessDenied</Code><Message>Access &lt;Denied&gt;</Message></Error>", "AccessDenied",
                "Access <Denied>"
            ),
            (
                "<ErrorResponse xmlns=\"x\"><Error><Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>m</Message></Error></ErrorResponse>",
                "InvalidIdentityToken", "m"
            ),
            ("", "Forbidden", ""), ("<html>", "Forbidden", ""), ("<Error><Code>Acc", "Forbidden", ""),
            ("<Error><Code></Code></Error>", "Forbidden", ""),
        ]) func errors(_ body: String, _ code: String, _ message: String)
    {
        let error = ServiceError(HTTPResponse(status: 403, body: Array(body.utf8)))
        #expect(error.code == code && error.message == message)
    }
}
