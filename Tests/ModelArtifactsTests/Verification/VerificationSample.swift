import Foundation
import TestSupport

@testable import ModelArtifacts

/// Files, manifests and listings to compare, and the comparisons.
final class VerificationSample {
    /// A row of a manifest or listing.
    struct Row {
        var path: String
        var etag = ""
        var size: Int64? = 0
        var partSize = "unknown"
    }

    let folder: TemporaryDirectory
    var options = VerificationOptions()
    var directory: ByteString { ByteString(folder.path + "/m") }

    init() throws {
        folder = try TemporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/m", withIntermediateDirectories: true)
    }

    /// Writes a file of the directory.
    func write(_ path: String, _ bytes: [UInt8]) throws { try folder.write("m/" + path, Data(bytes)) }

    /// The path of a manifest with these columns.
    func manifest(
        _ rows: [Row], columns: [ManifestColumn] = ManifestColumn.standard, prefix: String = "s3://bucket/m/"
    ) throws -> ByteString {
        var csv = CSVWriter()
        for column in columns { csv.write(column.rawValue) }
        try csv.endRecord()
        for row in rows {
            for column in columns {
                switch column {
                case .s3URI: csv.write(prefix + row.path)
                case .key: csv.write("m/" + row.path)
                case .path: csv.write(row.path)
                case .etag: csv.write(row.etag)
                case .size: csv.write(row.size.map { "\($0)" } ?? "")
                case .partSize: csv.write(row.partSize)
                default: csv.write("")
                }
            }
            try csv.endRecord()
        }
        return try file("manifest.csv", csv.output.bytes)
    }

    /// The path of a file beside the directory.
    func file(_ name: String, _ bytes: [UInt8]) throws -> ByteString {
        ByteString(try folder.write(name, Data(bytes)))
    }

    /// A listing as the AWS CLI prints it, of keys below `m/`.
    func listing(_ rows: [Row], name: String = "listing.json") throws -> ByteString {
        var json = JSONWriter()
        try json.beginObject()
        try json.beginArray("Contents")
        for row in rows {
            try json.beginObject()
            try json.write("Key", "m/" + row.path)
            try json.write("ETag", "\"\(row.etag)\"")
            if let size = row.size { try json.write("Size", size) }
            try json.endObject()
        }
        try json.endArray()
        try json.endObject()
        try json.finish()
        return try file(name, json.output.bytes)
    }

    /// The ETag of bytes in parts of a size; of one PUT without.
    static func etag(_ bytes: [UInt8], partSize: Int64? = nil) -> String {
        let plan: PartPlan =
            partSize.map { .multipart(size: Int64(bytes.count), partSize: $0) } ?? .single(size: Int64(bytes.count))
        var etag = StreamingETag(plan: plan, path: "sample")
        bytes.withUnsafeBytes { etag.update($0) }
        return (try? etag.finish().text) ?? ""
    }

    func verify(_ expected: ByteString, _ actual: ArtifactSource) async throws -> Compared {
        try Compared(await ArtifactVerifier(options: options).verify(expected: expected, actual: actual))
    }

    /// Why a comparison cannot be made; nil if it can.
    func error(_ expected: ByteString, _ actual: ArtifactSource) async -> ArtifactError? {
        do {
            _ = try await verify(expected, actual)
            return nil
        } catch {
            return error as? ArtifactError
        }
    }
}

/// A comparison with its objects.
struct Compared {
    let report: VerificationReport
    private(set) var objects: [ObjectComparison] = []

    init(_ report: VerificationReport) throws {
        self.report = report
        var objects: [ObjectComparison] = []
        try report.forEach { objects.append($0) }
        self.objects = objects
        for status in ObjectStatus.allCases
        where report.summary.count(status) != objects.count(where: { $0.status == status }) {
            throw ArtifactError(.readFailed, "the summary does not count \(status)")
        }
    }

    /// The objects that are not the same: path and status.
    var differing: [String] { objects.filter { $0.status != .same }.map { "\($0.status) \($0.path)" } }

    func object(_ path: ByteString) -> ObjectComparison? { objects.first { $0.path == path } }
    func reason(_ path: ByteString) -> String { object(path)?.reason ?? "" }
}
