import TestSupport
import Testing

@testable import ModelArtifacts
@testable import SageMakerModel

/// Which place of a request an artifact is for, how it is inspected for it, and what is said of both.
@Suite struct ArtifactFitTests {
    private static let etag = "d41d8cd98f00b204e9800998ecf8427e"

    private static func document(_ text: String) throws -> RequestDocument {
        let bytes = Array(text.replacing("'", with: "\"").utf8)
        return RequestDocument(try DocumentReader.read(InputBuffer(bytes, name: "r.json")))
    }

    private static func fit(
        _ text: String, _ container: String? = nil, channel: ByteString? = nil
    ) throws -> ArtifactFit {
        try ArtifactFit(document(text), container: container, channel: channel)
    }

    private static func url(_ name: String, _ others: String = "") -> String {
        "{'ModelDataUrl': 's3://mybucket/\(name).tar.gz'\(others)}"
    }

    private static let several = Piece.request([url("a", ", 'ContainerHostname': 'x'"), url("b"), "{}"])

    @Test(arguments: [
        ("x", "a"), ("0", "a"), ("1", "b"), ("Containers[0]", "a"), ("Containers[1]", "b"),
    ])
    func findsTheContainer(_ selector: String, _ name: String) throws {
        #expect(try Self.fit(Self.several, selector).place.s3URI == ByteString("s3://mybucket/\(name).tar.gz"))
    }

    @Test(arguments: ["PrimaryContainer", "Properties.PrimaryContainer", "Resources.M.Properties.PrimaryContainer"])
    func findsTheContainerByItsPlace(_ selector: String) throws {
        let template =
            "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': \(Piece.request(Self.url("a")))}}}"
        #expect(try Self.fit(template, selector).place.s3URI == "s3://mybucket/a.tar.gz")
        #expect(try Self.fit(Piece.request(Self.url("a")), "PrimaryContainer").place.isURL)
    }

    /// What cannot be the place is told, and what there is to choose from.
    @Test func whatCannotBeFound() {
        let message = { (text: String, container: String?, channel: ByteString?) -> String? in
            do { _ = try Self.fit(text, container, channel: channel) } catch let error as ArtifactError {
                return error.message
            } catch {}
            return nil
        }
        #expect(message(Self.several, nil, nil)?.contains("2 containers with model data") ?? false)
        for selector in ["3", "-1", "y", "ontainers[0]", "Container"] {
            #expect(message(Self.several, selector, nil)?.contains("no container '\(selector)' among 3") ?? false)
        }
        #expect(message(Self.several, "2", nil)?.hasPrefix("the container '2' names no model data") ?? false)
        #expect(message(Piece.request("{}"), nil, nil)?.hasPrefix("the request names no model data") ?? false)
        #expect(message(Piece.channels("a"), nil, "b")?.contains("no channel 'b'") ?? false)
        // A block alone has neither.
        #expect(message(Piece.source, "0", nil)?.contains("no container '0' among 0") ?? false)
        #expect(message(Piece.source, nil, "b")?.contains("no channel 'b'") ?? false)
    }

    @Test func findsTheChannel() throws {
        let place = try Self.fit(Piece.channels("a", "b"), channel: "b").place
        #expect(place.s3URI == "s3://mybucket/b/" && !place.isURL && place.container == nil && !place.isMultiModel)
        #expect(try Self.fit(Piece.source).place.s3URI == "s3://mybucket/model/")
        let unnamed =
            "{'AdditionalModelDataSources': [{'S3DataSource': \(Piece.place("s3://mybucket/a/"))}, {'ChannelName': 'b', 'S3DataSource': \(Piece.place("s3://mybucket/b/"))}]}"
        #expect(try Self.fit(unnamed, channel: "b").place.s3URI == "s3://mybucket/b/")
    }

    @Test func howToInspect() throws {
        let options = { (text: String, deployment: Deployment?) throws -> InspectionOptions in
            var options = InspectionOptions()
            try Self.fit(text).apply(to: &options, deployment: deployment)
            return options
        }
        let archive = try options(Self.url("a"), nil)
        #expect(archive.s3URI == "s3://mybucket/a.tar.gz" && archive.dataType == .object)
        #expect(archive.compressionType == .gzip && !archive.hostsManyModels)
        let prefix = try options("{'ModelDataSource': \(Piece.source)}", nil)
        #expect(prefix.dataType == .prefix && prefix.compressionType == CompressionType.none && !prefix.hostsManyModels)
        let object = try options(Piece.place("s3://mybucket/m.tar.gz", "S3Object", "Gzip"), nil)
        #expect(object.dataType == .object && object.compressionType == .gzip)
        for (text, deployment) in [
            ("{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m/'}", nil as Deployment?),
            (Self.url("a"), .multiModel),
        ] {
            let many = try options(text, deployment)
            #expect(many.hostsManyModels && many.dataType == .prefix && many.compressionType == CompressionType.none)
        }
        #expect(
            archive.policy.ignored.isSuperset(of: ["https-uri", "prefix-without-slash", "unsupported-combination"]))
    }

    private static func report(_ change: (inout InspectionReport) -> Void) throws -> InspectionReport {
        var report = try ArtifactInspector(options: InspectionOptions()).inspect(.none)
        report.location = "m.tar.gz"
        report.combination = Combination(.object, .gzip)
        report.objects = [
            StoredObject(
                path: "m.tar.gz", size: 1, etag: ETag("9ed977000dc166f25a9b9ef26fb3c3fc-1"), upload: .singlePut)
        ]
        change(&report)
        return report
    }

    @Test func whetherTheETagIsTheSame() throws {
        let fit = try Self.fit(Self.url("m", ", 'ModelDataETag': '\(Self.etag)'"))
        let finding = try #require(fit.etagFinding(Self.report { $0.kind = .file }))
        #expect(finding.rule == "request-etag-not-reproduced" && finding.location.jsonPath == "ModelDataETag")
        #expect(finding.location.line == 1 && finding.byteOffset != nil)
        for change: (inout InspectionReport) -> Void in [
            { $0.kind = .listing }, { $0.kind = .s3 }, { ($0.kind, $0.location) = (.file, "s3://mybucket/m.tar.gz") },
        ] {
            #expect(fit.etagFinding(try Self.report(change))?.rule == "request-etag-mismatch")
        }
        for change: (inout InspectionReport) -> Void in [
            { $0.combination = Combination(.prefix, .none) }, { $0.objects = nil }, { $0.objects = [] },
            { $0.objects?[0].etag = nil }, { $0.objects?[0].etag = ETag(Self.etag) },
            { $0.objects?.append(StoredObject(path: "b", upload: .singlePut)) },
        ] {
            #expect(fit.etagFinding(try Self.report(change)) == nil)
        }
        let source = Piece.place("s3://mybucket/m.tar.gz", "S3Object", "Gzip", ", 'ETag': '\(Self.etag)'")
        #expect(try Self.fit(source).etagFinding(Self.report { _ in })?.location.jsonPath == "ETag")
        #expect(try Self.fit(source).namesETag && fit.namesETag)
        for text in [Self.url("m"), Self.url("m", ", 'ModelDataETag': ''")] {
            let fit = try Self.fit(text)
            #expect(try !fit.namesETag && fit.etagFinding(Self.report { _ in }) == nil)
        }
    }

    @Test func whetherTheManifestIsTheSame() throws {
        let place = { (etag: String) in
            Piece.place("s3://mybucket/m/", "S3Prefix", "None", ", 'ManifestEtag': '\(etag)'")
        }
        let fit = try ArtifactFit(manifestIn: Self.document(place(Self.etag)))
        #expect(fit.manifestFinding(ETag(Self.etag), of: "m.csv") == nil)
        let finding = try #require(fit.manifestFinding(ETag("9ed977000dc166f25a9b9ef26fb3c3fc"), of: "m.csv"))
        #expect(finding.rule == "request-etag-not-reproduced" && finding.location.jsonPath == "ManifestEtag")
        #expect(try ArtifactFit(manifestIn: Self.document(place(""))).manifestFinding(ETag("x"), of: "m.csv") == nil)
        let container = "{'ModelDataSource': {'S3DataSource': \(place(Self.etag))}}"
        #expect(try ArtifactFit(manifestIn: Self.document(Piece.request(["{}", container]))).place.etag == nil)
        for text in [Piece.source, Piece.request([container, container])] {
            #expect(throws: ArtifactError.self) { _ = try ArtifactFit(manifestIn: Self.document(text)) }
        }
    }

    @Test(arguments: [
        ("s3_uri,path\ns3://mybucket/m/a,a\n", "s3://mybucket/m/", false),
        ("s3_uri,path\ns3://mybucket/m/a,a\n", "s3://mybucket/m2/", true),
        ("s3_uri,path\ns3://mybucket/m/a,a\n", "s3://other/m/", true),
        ("s3_uri,path\ns3://mybucket/m/a,a\n", "s3://mybucket/m", false),
        ("s3_uri,path\ns3://mybucket/m/a,a\n", "s3://point-0123abcd-s3alias/m/", false),
        ("key,size\nm/a,1\n", "s3://other/m/", false), ("key,size\nm/a,1\n", "s3://other/n/", true),
        ("s3_uri,path\n", "s3://other/m/", false), ("path,size\na,1\n", "s3://other/m/", false),
        ("\u{0}\u{1}", "s3://other/m/", false), ("https://a,b\n", "s3://other/m/", false),
    ]) func whetherTheManifestIsOfTheData(_ csv: String, _ uri: String, _ isFound: Bool) throws {
        let folder = try TemporaryDirectory()
        let file = ByteString(try folder.write("m.csv", csv))
        let place = Piece.place(uri, "S3Prefix", "None", ", 'ManifestEtag': '\(Self.etag)'")
        let finding = try ArtifactFit(manifestIn: Self.document(place)).manifestPlaceFinding(of: file)
        #expect(finding?.rule == (isFound ? "request-manifest-of-other-data" : nil))
        #expect(!isFound || finding?.location.jsonPath == "S3Uri")
    }

    /// What is said of an artifact as a whole is said at the member that it is about, and of a part of it at the part.
    @Test func whereFindingsAre() throws {
        let fit = try Self.fit("{'ModelDataSource': \(Piece.source)}")
        let finding = { (rule: String, location: Location) -> Finding in
            var finding = Finding(DuplicateChannel.rule, "a", at: location)
            finding.rule = rule
            return finding
        }
        let report = try Self.report {
            $0.findings = [
                finding("directory-as-object", Location()), finding("not-a-gzip-tar", Location()),
                finding("empty-name", Location()), finding("empty-weights", Location(path: "a")),
                finding("link-member", Location(member: "a")),
            ]
        }
        let source = "ModelDataSource.S3DataSource."
        #expect(
            fit.located(report).findings.map(\.location.jsonPath)
                == [source + "S3DataType", source + "CompressionType", source + "S3Uri", nil, nil])
    }
}
