import ModelArtifacts
import Testing

@testable import SageMakerModel

/// The resources that loops of CloudFormation make (`Fn::ForEach`).
@Suite struct TemplateLoopTests {
    private static let path = #"Resources["Fn::ForEach::Models"][2]["M${Name}"].Properties"#

    private func report(_ template: String) -> [Finding] {
        RequestCase.findings("{'Transform': 'AWS::LanguageExtensions', \(template)}")
    }

    private func model(_ container: String, _ name: String = "m-${Name}", _ more: String = "") -> String {
        "{'Type': 'AWS::SageMaker::Model', \(more)'Properties': {'ModelName': {'Fn::Sub': '\(name)'}, \(Piece.role), 'PrimaryContainer': {\(Piece.image), \(container)}}}"
    }

    private func loop(
        _ container: String, over elements: String, _ name: String = "m-${Name}", beside others: String = ""
    )
        -> [Finding]
    {
        report(
            "'Resources': {'Fn::ForEach::Models': ['Name', \(elements), {'M${Name}': \(model(container, name))}]\(others)}"
        )
    }

    private func said(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.rule) \($0.location.jsonPath ?? "")" }.sorted()
    }

    /// What is wrong whatever the variable is, is said once.
    @Test func readsTheBodyWithoutItsVariable() {
        for elements in ["['a', 'b']", "{'Ref': 'Names'}", "['a', {'Ref': 'B'}]", "['{{resolve:ssm:/a}}']", "[]"] {
            #expect(loop("'ModelDataUrl': 's3://mybucket/${Name}.tar.gz'", over: elements).isEmpty)
            #expect(loop("'ModelDataUrl': {'Fn::Sub': 's3://mybucket/&{Name}.tar.gz'}", over: elements).isEmpty)
            let found = loop("'ModelDataUrl': 's3://mybucket/${Name}.pkl'", over: elements, "m_${Name}")
            #expect(
                said(found) == [
                    "create-model-data-url-not-tar-gz \(Self.path).PrimaryContainer.ModelDataUrl",
                    "request-pattern-mismatch \(Self.path).ModelName",
                ], "\(elements)")
            #expect(found.allSatisfy { !$0.message.contains(", where ") })
        }
        #expect(loop("'ModelDataUrl': {'Ref': 'Name'}", over: "{'Ref': 'Names'}").isEmpty)
    }

    /// The elements that stand in the template are put in the place of the variable.
    @Test func readsTheBodyForEachElement() throws {
        for uri in ["{'Ref': 'Name'}", "'${Name}'", "{'Fn::Sub': '${Name}'}", "{'Fn::Join': ['', [{'Ref': 'Name'}]]}"] {
            let found = loop(
                "'ModelDataUrl': \(uri)", over: "['s3://b-b/a.tar.gz', 's3://b-b/b.pkl', 's3://b-b/c']", "m")
            #expect(
                found.map(\.message) == [
                    "'s3://b-b/b.pkl' does not end with .tar.gz, where Name is 's3://b-b/b.pkl'",
                    "'s3://b-b/c' does not end with .tar.gz, where Name is 's3://b-b/c'",
                ], "\(uri)")
            #expect(found.map(\.severity) == [.error, .warning])
            #expect(
                Set(said(found)) == ["create-model-data-url-not-tar-gz \(Self.path).PrimaryContainer.ModelDataUrl"])
        }
        #expect(loop("'ModelDataUrl': 's3://mybucket/${Name}'", over: "['a.tar.gz', 'b.tar.gz']", "m").isEmpty)
        // Names have no dots.
        #expect(
            loop("'Mode': 'SingleModel'", over: "['a', 'b.c']").map(\.message) == [
                "'m-b.c' is not of the form [a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?, where Name is 'b.c'"
            ])
        #expect(loop("'Mode': 'SingleModel'", over: "['a', 'b.c']", "m-&{Name}").isEmpty)
        #expect(loop("'Mode': 'SingleModel'", over: "[1, 2]").isEmpty)
    }

    /// The variable may stand in names as well, in which it is no mistake.
    @Test func readsNamesWithTheVariable() {
        let environment = "'Environment': {'KEY_${Name}': 'v'}"
        #expect(loop(environment, over: "{'Ref': 'Names'}").isEmpty)
        #expect(loop(environment, over: "['a', 'b']").isEmpty)
        #expect(
            said(loop(environment, over: "['a', 'b-c']")) == [
                "request-pattern-mismatch \(Self.path).PrimaryContainer.Environment.KEY_b-c"
            ])
    }

    /// Functions take the variable for a value of theirs, and the names of conditions for what they are.
    @Test func readsFunctionsWithTheVariable() {
        for url in [
            "{'Fn::Join': ['/', ['s3://mybucket', '${Name}', 'm.tar.gz']]}",
            "{'Fn::Sub': ['s3://mybucket/&{Name}/${V}', {'V': '${Name}.tar.gz'}]}",
            "{'Fn::If': ['Is${Name}', 's3://mybucket/${Name}.tar.gz', {'Ref': 'AWS::NoValue'}]}",
        ] {
            #expect(loop("'ModelDataUrl': \(url)", over: "{'Ref': 'Names'}").isEmpty, "\(url)")
            #expect(loop("'ModelDataUrl': \(url)", over: "['a', 'b']").isEmpty, "\(url)")
            let pickle = url.replacing("tar.gz", with: "pkl")
            #expect(loop("'ModelDataUrl': \(pickle)", over: "{'Ref': 'Names'}").count == 1, "\(url)")
            #expect(loop("'ModelDataUrl': \(pickle)", over: "['a', 'b']").count == 1, "\(url)")
        }
    }

    @Test func readsLoopsInLoops() {
        let inner = { (outer: String, inner: String) in
            report(
                """
                'Resources': {'Fn::ForEach::O': ['A', \(outer), {'Fn::ForEach::I': ['B', \(inner), {'M${A}${B}': \
                \(model("'ModelDataUrl': {'Fn::Sub': 's3://${A}/${B}'}", "m"))}]}]}
                """
            ).map(\.message)
        }
        #expect(
            inner("['b-a', 'b-b']", "['c.tar.gz', 'd.zip']") == [
                "'s3://b-a/d.zip' does not end with .tar.gz, where A is 'b-a' and B is 'd.zip'",
                "'s3://b-b/d.zip' does not end with .tar.gz, where A is 'b-b' and B is 'd.zip'",
            ])
        #expect(
            inner("{'Ref': 'As'}", "['c.tar.gz', 'd.zip']") == [
                "'s3://${…}/d.zip' does not end with .tar.gz, where B is 'd.zip'"
            ])
        #expect(inner("['b-a']", "{'Ref': 'Bs'}").isEmpty)
        #expect(
            inner("['b-a']", "['${A}.zip']") == [
                "'s3://b-a/b-a.zip' does not end with .tar.gz, where A is 'b-a' and B is 'b-a.zip'"
            ])
    }

    /// A serverless endpoint of one model says nothing of the others.
    @Test func knowsTheEndpointsOfEach() {
        let source = "'ModelDataSource': {'S3DataSource': \(Piece.place("s3://mybucket/m/"))}"
        let endpoint = { (model: String) in
            "{'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': [{'VariantName': 'v', 'ModelName': \(model), 'ServerlessConfig': {'MaxConcurrency': 5, 'MemorySizeInMB': 2048}}]}}"
        }
        let messages = { (beside: String) in
            loop(source, over: "['a', 'b']", beside: ", \(beside)").map(\.message)
        }
        let ofA = ["a serverless endpoint does not take ModelDataSource, where Name is 'a'"]
        #expect(messages("'E': \(endpoint("{'Fn::GetAtt': ['Ma', 'ModelName']}"))") == ofA)
        #expect(messages("'E': \(endpoint("'m-a'"))") == ofA)
        #expect(messages("'E': \(endpoint("{'Fn::GetAtt': ['Mc', 'ModelName']}"))").isEmpty)
        let each = endpoint("{'Fn::GetAtt': [{'Fn::Sub': 'M${Name}'}, 'ModelName']}")
        #expect(messages("'Fn::ForEach::Es': ['Name', ['a'], {'E${Name}': \(each)}]") == ofA)
        #expect(
            messages("'Fn::ForEach::Es': ['Name', ['c'], {'E${Name}': \(each)}]").isEmpty)
    }

    /// A loop that makes more than templates may hold is only read as a whole.
    @Test func largeLoopsAreBounded() {
        let elements = (0..<100_000).map { "'a\($0)'" }.joined(separator: ", ")
        #expect(loop("'ModelDataUrl': 's3://mybucket/${Name}.tar.gz'", over: "[\(elements)]").isEmpty)
        let many = String(repeating: "${Name}", count: 100_000)
        let long = String(repeating: "a", count: 255)
        #expect(
            loop("'ModelDataUrl': 's3://mybucket/\(many)'", over: "['\(long)']", "m").map(\.rule) == [
                "request-length-out-of-range"
            ])
    }
}
