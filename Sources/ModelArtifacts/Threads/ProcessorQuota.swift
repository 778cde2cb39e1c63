#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The share of the processors that a control group gives (cgroups(7); Documentation/admin-guide/cgroup-v2.rst of Linux).
enum ProcessorQuota {
    /// Where control groups are mounted (file-hierarchy(7)).
    private static let mount = "/sys/fs/cgroup"

    /// The whole processors that this process may use at once, at least 1; nil if there is no limit.
    static let ofProcess: Int? = {
        #if os(Linux)
            count(groups: text(of: "/proc/self/cgroup") ?? "", file: text)
        #else
            nil
        #endif
    }()

    /// The least quota of the groups that a process is in and of those around them.
    ///
    /// - Parameters:
    ///   - groups: what `/proc/self/cgroup` says.
    ///   - file: the text of a file; nil if there is none.
    static func count(groups: String, file: (String) -> String?) -> Int? {
        var quotas: [Double] = []
        for line in groups.split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            let isSecond = fields[1].isEmpty
            guard isSecond || fields[1].split(separator: ",").contains("cpu") else { continue }
            // In a container the path may be that of the host; then the mount point itself is the container's group.
            var group = fields[2].split(separator: "/")
            while true {
                let folder = (isSecond ? mount : mount + "/cpu") + group.map { "/" + $0 }.joined()
                if let quota = isSecond ? second(folder, file) : first(folder, file) { quotas.append(quota) }
                if group.popLast() == nil { break }
            }
        }
        return quotas.min().map { max(1, Int($0.rounded(.up))) }
    }

    /// The quota of a group of version 2: "MICROSECONDS PERIOD", or "max PERIOD" for none.
    private static func second(_ folder: String, _ file: (String) -> String?) -> Double? {
        let words = file(folder + "/cpu.max")?.split(whereSeparator: \.isWhitespace) ?? []
        guard words.count == 2 else { return nil }
        return ratio(words[0], words[1])
    }

    /// The quota of a group of version 1, where a negative number says that there is none.
    private static func first(_ folder: String, _ file: (String) -> String?) -> Double? {
        guard let quota = file(folder + "/cpu.cfs_quota_us"), let period = file(folder + "/cpu.cfs_period_us") else {
            return nil
        }
        return ratio(quota.prefix { !$0.isWhitespace }, period.prefix { !$0.isWhitespace })
    }

    private static func ratio(_ quota: Substring, _ period: Substring) -> Double? {
        guard let quota = UInt32(quota), let period = UInt32(period), quota > 0, period > 0 else { return nil }
        return Double(quota) / Double(period)
    }

    /// The beginning of a small text file.
    private static func text(of path: String) -> String? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16 << 10)
        let count = unsafe read(descriptor, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
}
