import Testing

@testable import ModelArtifacts

@Suite struct ParallelismTests {
    @Test func moreThanThereAreOnlyTakeTurns() {
        #expect(Parallelism(jobs: nil).jobs == Parallelism.processors)
        #expect(Parallelism(jobs: 1).jobs == 1)
        #expect(Parallelism(jobs: 0).jobs == 1)
        #expect(Parallelism(jobs: 1024).jobs == Parallelism.processors)
        #expect(Parallelism.processors >= 1)
    }

    /// What control groups say, as container runtimes write it.
    @Test(
        arguments: [
            ("0::/\n", ["/sys/fs/cgroup/cpu.max": "150000 100000\n"], 2),
            ("0::/\n", ["/sys/fs/cgroup/cpu.max": "50000 100000\n"], 1),
            ("0::/\n", ["/sys/fs/cgroup/cpu.max": "max 100000\n"], nil),
            ("0::/\n", [:], nil),
            // The group around it gives less.
            (
                "0::/kube.slice/pod1\n",
                [
                    "/sys/fs/cgroup/kube.slice/pod1/cpu.max": "max 100000\n",
                    "/sys/fs/cgroup/kube.slice/cpu.max": "400000 100000\n",
                ], 4
            ),
            // The path is that of the host, and the mount is the container's.
            ("0::/docker/0a1b\n", ["/sys/fs/cgroup/cpu.max": "300000 100000\n"], 3),
            (
                "4:memory:/m\n3:cpu,cpuacct:/docker/x\n0::/\n",
                [
                    "/sys/fs/cgroup/cpu/docker/x/cpu.cfs_quota_us": "250000\n",
                    "/sys/fs/cgroup/cpu/docker/x/cpu.cfs_period_us": "100000\n",
                    "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
                ], 3
            ),
            ("", [:], nil), ("nonsense\n::\n0:cpu\n", [:], nil),
            ("0::/\n", ["/sys/fs/cgroup/cpu.max": "99999999999999999999 1\n"], nil),
            ("0::/\n", ["/sys/fs/cgroup/cpu.max": "100000 0\n"], nil),
        ] as [(String, [String: String], Int?)])
    func quotaOfControlGroups(_ groups: String, _ files: [String: String], _ expected: Int?) {
        #expect(ProcessorQuota.count(groups: groups) { files[$0] } == expected)
    }
}
