import Foundation
import TestSupport
import Testing

/// What S3 lists after an upload is judged like the directory that was uploaded.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct ListingRoundTripTests {
    static let names = [
        "config.json", "model.safetensors", "sub/a b.txt", "sub/日本.txt", "sub/é.txt", "sub/e\u{301}.txt", "Readme",
        "README", ".DS_Store", "sub/__pycache__/m.pyc", ".env", " /blank", "weights", "weights-old", "x+y%2Fz&.txt",
    ]

    /// What is looked into in a directory, and cannot be in a listing, has nothing wrong with it.
    static func contents(of name: String) -> String? {
        switch name {
        case "config.json": "{}"
        case "model.safetensors":
            String(
                decoding: TinyModel.safetensors(
                    header: #"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, data: [0, 0, 0, 0]),
                as: UTF8.self)
        default: nil
        }
    }

    /// What must be equal whatever the form of the listing.
    struct Judgement: Equatable {
        let status: Int32
        let findings: Set<Report.Finding>
        let layout: [Report.Row]

        init(_ arguments: [String], input: Data? = nil, withSizes: Bool = true) throws {
            let check = try Optml.report(["check"] + arguments, input: input)
            let (status, report) = try Optml.report(["layout"] + arguments, input: input)
            #expect(status == check.status)
            #expect(report.findings == check.report.findings)
            self.status = status
            findings = Set(report.findings)
            layout = (report.layout ?? []).map { row in
                var row = row
                if !withSizes { row.size = nil }
                return row
            }
        }
    }

    @Test func listingsAreJudgedLikeTheDirectory() throws {
        let folder = try TemporaryDirectory()
        for (index, name) in Self.names.enumerated() {
            try folder.write(name, Self.contents(of: name) ?? String(repeating: "x", count: index))
        }
        let uri = "s3://round-trip/some/m/"
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://round-trip")
        try aws.run("s3", "sync", "--only-show-errors", folder.path, uri)

        let directory = try Judgement([folder.path, "--s3-uri", uri])
        #expect(directory.status == 1)
        #expect(directory.findings.count > 4)
        #expect(directory.layout.filter { $0.type == "file" }.count == Self.names.count)

        let bucket = ["--bucket", "round-trip", "--prefix", "some/m/"]
        let pages = try aws.run(["s3api", "list-objects-v2", "--page-size", "3"] + bucket)
        let text = try aws.run("s3", "ls", "--recursive", uri)
        let keys = try aws.run(["s3api", "list-objects-v2", "--query", "Contents[].Key"] + bucket)
        let listing = ["--listing", "-", "--s3-uri", uri]
        #expect(try Judgement(listing, input: pages) == directory)
        #expect(try Judgement(listing, input: text) == directory)
        #expect(
            try Judgement(listing, input: keys, withSizes: false)
                == Judgement([folder.path, "--s3-uri", uri], withSizes: false))

        // What is cut short must not pass for the whole.
        let part = try aws.run(["s3api", "list-objects-v2", "--max-items", "4"] + bucket)
        var command = Command.optml
        command.input = part
        let refused = try command.run(["check"] + listing)
        #expect(refused.status == 2)
        #expect(refused.output.isEmpty)
        #expect(refused.errorText.contains("not complete"))
    }

    @Test func nothingUploadedIsAFinding() throws {
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://round-trip-empty")
        let empty = try aws.run("s3api", "list-objects-v2", "--bucket", "round-trip-empty", "--prefix", "m/")
        let (status, report) = try Optml.report(
            ["check", "--listing", "-", "--s3-uri", "s3://round-trip-empty/m/"], input: empty)
        #expect(status == 1)
        #expect(report.rules == ["no-objects"])
    }
}
