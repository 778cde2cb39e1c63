import Foundation
import ModelArtifacts
import TestSupport

/// The forms in which a tree of files can be one side of a comparison.
enum ComparedForm: CaseIterable, Sendable {
    case directory, archive, listing, manifest

    var isLocal: Bool { self == .directory || self == .archive }
}

/// A tree of files by path, made into sources of every form.
struct ComparedTree: Sendable {
    /// The size from which on objects are in parts of this size.
    static let partSize = 1000

    static var rule: UploadRule {
        get throws { try UploadRule(partSize: Int64(partSize)) }
    }

    var files: [String: [UInt8]]

    /// Makes the tree in a folder.
    func source(_ form: ComparedForm, in folder: TemporaryDirectory, named name: String) throws -> ComparedSource {
        let paths = files.keys.sorted { ByteString($0) < ByteString($1) }
        switch form {
        case .directory:
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: true)
            for (path, bytes) in files { try folder.write(name + "/" + path, Data(bytes)) }
            return ComparedSource(.path(ByteString(folder.path + "/" + name)))
        case .archive:
            var tar = TarBuilder()
            for path in paths { tar.add(ByteString(path), contents: files[path] ?? []) }
            return ComparedSource(.path(ByteString(try folder.write(name + ".tgz", Data(gzip(tar.finished))))))
        case .listing:
            let rows = try paths.map { path in
                let bytes = files[path] ?? []
                return #"{"Key": "m/\#(path)", "Size": \#(bytes.count), "ETag": "\"\#(try Self.etag(bytes).text)\""}"#
            }
            let text = #"{"Contents": ["# + rows.joined(separator: ", ") + "]}"
            let file = try folder.write(name + ".json", rows.isEmpty ? "null" : text)
            return ComparedSource(.listing(ByteString(file)), s3URI: "s3://bucket/m/")
        case .manifest:
            let rows = try paths.map { path in
                let bytes = files[path] ?? []
                let partSize = bytes.count < Self.partSize ? "" : "\(Self.partSize)"
                return "s3://bucket/m/\(path),\(path),\(try Self.etag(bytes).text),\(bytes.count),\(partSize)\n"
            }
            let file = try folder.write(name + ".csv", "s3_uri,path,etag,size,part_size\n" + rows.joined())
            return ComparedSource(.listing(ByteString(file)))
        }
    }

    static func etag(_ bytes: [UInt8]) throws -> ETag {
        var etag = StreamingETag(plan: try rule.plan(forSize: Int64(bytes.count)), path: "x")
        bytes.withUnsafeBytes { etag.update($0) }
        return try etag.finish()
    }

    /// Compares two trees in their forms.
    static func diff(
        _ old: ComparedTree, _ form: ComparedForm, _ new: ComparedTree, _ other: ComparedForm
    ) async throws -> ArtifactDiff {
        let folder = try TemporaryDirectory()
        var options = ArtifactComparer.Options()
        options.uploadRule = try rule
        return try await ArtifactComparer(options: options).compare(
            old.source(form, in: folder, named: "old"), with: new.source(other, in: folder, named: "new"))
    }
}
