import Foundation
package import ModelArtifacts

/// The files in `testdata/model-files`.
package enum ModelFileArchive {
    /// All of them by their paths.
    package static let files: [ByteString: [UInt8]] = {
        var files: [ByteString: [UInt8]] = [:]
        let path = Checkout.testdata.appending(path: "model-files/files.tar.gz").path
        guard let archive = try? RegularFile(opening: ByteString(path)), let reader = try? GzipTarReader(archive) else {
            return [:]
        }
        while let member = try? reader.tar.next() {
            if let target = member.linkTarget {
                files[member.name] = files[target]
            } else {
                files[member.name] = try? reader.tar.prefix(Int(member.size), of: member)
            }
        }
        reader.stop()
        return files
    }()
}
