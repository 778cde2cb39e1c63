import ModelArtifacts
import Testing

@testable import SageMakerModel

/// How values are shown in messages, and which regions they tell.
@Suite struct ValueTextTests {
    @Test func valuesInWords() {
        for (content, text) in [
            (.null, "null"), (.boolean(true), "true"), (.boolean(false), "false"), (.number("12"), "the number 12"),
            (.string("a"), "'a'"), (.string(""), "an empty string"), (.array([]), "an array"),
            (.object([]), "an object"),
            (.unknown(.nothing), "a value that is not known yet"), (.unknown(KnownText(["a", nil])), "'a${…}'"),
        ] as [(JSONNode.Content, String)] {
            #expect(ValueText.shown(RequestValue(JSONNode(content))) == text)
        }
        for (content, text) in [
            (.null, "null"), (.boolean(true), "a truth value"), (.number("12"), "a number of 2 characters"),
            (.string("é"), "a string of 1 character"), (.string(""), "an empty string"),
            (.unknown(KnownText(["a", nil])), "a string of 5 characters"),
        ] as [(JSONNode.Content, String)] {
            #expect(ValueText.shown(RequestValue(JSONNode(content), isSecret: true)) == text)
        }
    }

    @Test func longTextsAreCut() {
        let text = { (character: String, count: Int) in ByteString(String(repeating: character, count: count)) }
        #expect(ValueText.shortened(text("a", 100)) == String(repeating: "a", count: 100))
        #expect(ValueText.shortened(text("a", 101)) == String(repeating: "a", count: 80) + "…")
        #expect(ValueText.shortened(text("é", 100)) == String(repeating: "é", count: 100))
        #expect(ValueText.shortened(text("é", 101)) == String(repeating: "é", count: 80) + "…")
        #expect(ValueText.shortened(text("\n", 101)).hasPrefix("\\n\\n"))
    }

    @Test func alternatives() {
        #expect(ValueText.alternatives([]) == "" && ValueText.alternatives(["a"]) == "a")
        #expect(
            ValueText.alternatives(["a", "b"]) == "a or b" && ValueText.alternatives(["a", "b", "c"]) == "a, b or c")
    }

    @Test func toldRegions() throws {
        for (uri, region, isCertain) in [
            ("https://s3.us-east-1.amazonaws.com/b/k", "us-east-1", true),
            ("https://b.s3.us-west-2.amazonaws.com/k", "us-west-2", true),
            ("https://s3-us-west-2.amazonaws.com/b/k", "us-west-2", true),
            ("https://b.s3-eu-west-1.amazonaws.com/k", "eu-west-1", true),
            ("https://s3.dualstack.eu-west-1.amazonaws.com/b/k", "eu-west-1", true),
            ("https://s3.cn-north-1.amazonaws.com.cn/b/k", "cn-north-1", true),
            ("https://b.s3.amazonaws.com/k", nil, true), ("https://us-east-1.example.com/b/k", nil, true),
            ("https://s3/us-east-1/k", nil, true),
            ("s3://jumpstart-cache-prod-eu-central-1/k", "eu-central-1", true),
            ("s3://jumpstart-private-cache-prod-us-west-2/k", "us-west-2", true),
            ("s3://jumpstart-cache-prod-eu-central-1-x/k", nil, true),
            ("s3://sagemaker-us-east-1-123456789012/k", "us-east-1", false),
            ("s3://sagemaker-us-east-1-12345678901/k", nil, false),
            ("s3://sagemaker-us-east-1-12345678901a/k", nil, false),
            ("s3://sagemaker-us-east-1-1234567890123/k", nil, false),
            ("s3://sagemaker-us-east-1/k", nil, false), ("s3://sagemaker-models-123456789012/k", nil, false),
            ("s3://us-east-1/k", nil, false),
        ] as [(ByteString, ByteString?, Bool)] {
            let told = ToldRegion(of: try #require(S3URI(uri)))
            #expect(told?.name == region, "\(uri)")
            if let told { #expect(told.isCertain == isCertain, "\(uri)") }
        }
        for name in ["us-east-1", "us-gov-west-1", "ap-southeast-10"] as [ByteString] {
            #expect(ToldRegion.isRegion(name))
        }
        for name in [
            "", "us-1", "us-east", "us-east-", "us-east-100", "us-east-a", "us--1", "US-east-1", "us-ea5t-1", "-east-1",
        ] as [ByteString] {
            #expect(!ToldRegion.isRegion(name), "\(name)")
        }
    }
}
