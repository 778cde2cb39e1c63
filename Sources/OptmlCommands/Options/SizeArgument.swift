import ArgumentParser
import ModelArtifacts

/// A number of bytes on the command line: `16MiB`.
struct SizeArgument: ExpressibleByArgument, Hashable, Sendable {
    /// The units that sizes have.
    static let units = "B, KiB, MiB, GiB, TiB, or decimal KB, MB, GB, TB"
    /// What `--volume-size` is for.
    static let volumeHelp = "How much the instance's volume has for the model, such as 30GiB (\(units))."

    /// In bytes.
    let value: Int64
    /// What was written, if it has no unit and needs one.
    private let bare: String?

    init?(argument: String) {
        guard let size = try? ByteSize(parsing: argument) else { return nil }
        value = size.bytes
        bare = ByteSize.lacksUnit(argument) ? argument : nil
    }

    /// Checks that a size says its unit where it would be a few bytes without.
    ///
    /// - Parameters:
    ///   - option: the option that it was given to.
    ///   - unit: that which people mean.
    ///   - remark: what to say besides.
    /// - Throws: `ValidationError`.
    func requireUnit(_ option: String, unit: String, _ remark: String = "") throws {
        guard let bare else { return }
        throw ValidationError(
            "\(option) \(bare) is \(bare) bytes; give a unit, as in \(bare == "0" ? "1" : bare)\(unit) (\(Self.units))\(remark)."
        )
    }
}
