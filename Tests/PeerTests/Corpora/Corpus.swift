import Foundation
import TestSupport

/// Folders of files that others made, beside the checkout.
enum Corpus {
    static let hint = "the corpora are not beside the checkout"

    /// A folder or file of the corpora; nil on a machine without it.
    static func url(_ path: String) -> URL? {
        guard let url = Checkout.corpora?.appending(path: path) else { return nil }
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    /// Whether a folder is there.
    static func has(_ path: String) -> Bool { url(path) != nil }
}
