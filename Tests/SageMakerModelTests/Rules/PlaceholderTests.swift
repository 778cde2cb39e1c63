import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What is taken for a place that a tool should have filled in, and what looks only a little like one.
@Suite struct PlaceholderTests {
    @Test(arguments: [
        "<a b>", "<a_b>", "<a-b>", "<a.b>", "<9>", "{a_b.c}", "{a.b}", "{{x}}", "{%x%}", "#{x}", "%(x)s", "<%x%>",
        "${x}",
        "$(x)", "$AB", "%AB%", "@AB@", "__AB__", "{ab}", "%AB_%", "$A1", "%A1%",
    ])
    func isAPlaceholder(_ text: String) {
        for whole in [text, "s3://mybucket/" + text, "s3://mybucket/" + text + "/m"] {
            #expect(UnfilledTemplate.placeholder(in: ByteString(whole)) == ByteString(text), "\(whole)")
        }
    }

    @Test(arguments: [
        "", "{{}}", "{%%}", "${}", "$()", "#{}", "%()s", "<%%>", "<>", "<a/b>", "<a=b>", "{}", "{a}", "{a-b}", "{1ab}",
        "$A", "$1AB", "%A%", "@A@", "__A__", "x$AB", "__AB__c", "a__AB__", "$AB c", "{ab} c", "%AB", "@AB", "__AB",
        "{ab",
    ])
    func isNone(_ text: String) { #expect(UnfilledTemplate.placeholder(in: ByteString(text)) == nil, "\(text)") }
}
