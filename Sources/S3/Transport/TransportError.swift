/// No answer, or not the whole of one.
package struct TransportError: Error, Hashable, Sendable {
    /// Why there is none.
    package enum Reason: Hashable, Sendable {
        /// The name of the host has no address.
        case unknownHost
        /// Nobody takes the connection.
        case noConnection
        /// Nothing came for too long.
        case timeOut
        /// The connection ended in the middle.
        case interrupted
        /// The other side cannot prove who it is, or none of the machine's certificates can be read.
        case untrusted
        /// The answer is longer than an answer can be.
        case tooLong
        /// It cannot be sent as it is.
        case unsendable
        /// Anything else.
        case other
    }

    package let reason: Reason
    /// In the words of libcurl; not yet safe to show.
    package let message: String

    package init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }

    /// - Parameter code: the number that libcurl gives an error (`CURLcode`).
    init(code: Int, message: String) {
        let reason: Reason =
            switch code {
            case 5, 6: .unknownHost
            case 7: .noConnection
            case 28: .timeOut
            // A part of the answer, nothing at all, and failures of sending, of receiving, and of TLS in the middle.
            case 8, 18, 35, 52, 55, 56: .interrupted
            case 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 83, 90, 91: .untrusted
            case -1: .tooLong
            default: .other
            }
        // libcurl quotes the proxy of the environment as it stands there, with its password.
        let isOfProxy = message.contains("@")
        self.init(
            reason,
            isOfProxy
                ? "the proxy that the environment names cannot be used"
                : reason == .tooLong ? "the answer is longer than any can be" : message)
    }

    /// Whether it is most often so for good.
    var isOftenLasting: Bool { reason == .unknownHost || reason == .noConnection }

    /// Whether another attempt can do better.
    package var isTransient: Bool {
        switch reason {
        case .unknownHost, .noConnection, .timeOut, .interrupted: true
        case .untrusted, .tooLong, .unsendable, .other: false
        }
    }
}
