package import Foundation

/// A folder for one test, removed with all it holds when the value goes away.
package final class TemporaryDirectory {
    package let url: URL

    /// - Parameter folder: where to make it; that of temporary files if nil.
    package init(in folder: String? = nil) throws {
        let above = folder.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
        url = above.appending(path: "optml-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        if (try? FileManager.default.removeItem(at: url)) != nil { return }
        // A test has taken rights away.
        let chmod = try? Process.run(URL(filePath: "/bin/chmod"), arguments: ["-R", "u+rwX", url.path])
        chmod?.waitUntilExit()
        try? FileManager.default.removeItem(at: url)
    }

    package var path: String { url.path }

    /// Writes a file, with the folders on the way, and returns its path.
    @discardableResult
    package func write(_ name: String, _ content: Data) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file)
        return file.path
    }

    /// Writes a text file, with the folders on the way, and returns its path.
    @discardableResult
    package func write(_ name: String, _ content: String) throws -> String {
        try write(name, Data(content.utf8))
    }
}
