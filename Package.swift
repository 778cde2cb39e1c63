// swift-tools-version: 6.2

import PackageDescription

/// What every Swift target is built with: a warning fails the build.
let commonSettings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// What tests are built with. Where what they test is optimised they are not: compiling them would take longer than that. And their
/// types are checked once, not once more for a module file: nothing imports them.
let testSettings = commonSettings + [.unsafeFlags(["-Onone", "-no-emit-module-separately-wmo"])]

/// In the product, unsafe code has to say that it is.
let swiftSettings = commonSettings + [.strictMemorySafety()]

let package = Package(
    name: "optml",
    // Atomic and String(validating:as:) decide.
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "ModelArtifacts", targets: ["ModelArtifacts"]),
        .library(name: "SageMakerModel", targets: ["SageMakerModel"]),
        .executable(name: "optml", targets: ["optml"]),
    ],
    dependencies: [
        // The command line: parsing, help, completion scripts.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // File descriptors, typed errors of system calls.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        // Running the user's `aws`. Without its trait, which would bring all of Foundation.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        // `swift package generate-documentation`; nothing of it is built otherwise.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CArchive", pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // Its headers alone: the library is opened when the program runs, where there is one.
        .systemLibrary(name: "CISAL", providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),
        // Packing: zlib would need four times as long for the same size.
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate",
            providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
        // Reading YAML. A reader in Swift would bring all of Foundation.
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(
            name: "CKernels",
            cSettings: [
                .treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra"),
            ]),
        // The libcurl of the machine, which is opened when the program runs, where there is one: its headers are not needed.
        .target(
            name: "CCurl",
            cSettings: [
                .treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra"),
            ]),
        .target(
            name: "ModelArtifacts",
            dependencies: [
                "CArchive", "CZlib", "CDeflate", "CISAL", "CKernels",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: swiftSettings),
        .target(
            name: "SageMakerModel", dependencies: ["ModelArtifacts", "CYAML"],
            swiftSettings: swiftSettings),
        // Speaks to S3. Nothing of it writes there.
        .target(
            name: "S3",
            dependencies: [
                "ModelArtifacts", "CCurl", .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: swiftSettings),
        // The rules on layouts as queries for engines that read tables of keys.
        .target(name: "BucketSQL", dependencies: ["ModelArtifacts"], swiftSettings: swiftSettings),
        .target(
            name: "OptmlCommands",
            dependencies: [
                "ModelArtifacts", "SageMakerModel", "S3", "BucketSQL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "optml", dependencies: ["OptmlCommands"], swiftSettings: swiftSettings),
        .target(
            name: "TestSupport", dependencies: ["ModelArtifacts", "CZlib"], path: "Tests/TestSupport",
            swiftSettings: commonSettings),
        .testTarget(
            name: "ModelArtifactsTests",
            dependencies: [
                "ModelArtifacts", "CKernels", "CDeflate", "TestSupport",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: testSettings),
        .testTarget(
            name: "S3Tests", dependencies: ["S3", "ModelArtifacts", "TestSupport"], swiftSettings: testSettings),
        .testTarget(
            name: "BucketSQLTests", dependencies: ["BucketSQL", "ModelArtifacts"], swiftSettings: testSettings),
        .testTarget(
            name: "SageMakerModelTests", dependencies: ["SageMakerModel", "ModelArtifacts", "TestSupport"],
            swiftSettings: testSettings),
        .testTarget(
            name: "OptmlCommandsTests", dependencies: ["OptmlCommands", "ModelArtifacts", "TestSupport", "optml"],
            swiftSettings: testSettings),
        // Compares with tools and services that others made; they are installed by Tests/run.
        .testTarget(
            name: "PeerTests",
            dependencies: ["ModelArtifacts", "SageMakerModel", "S3", "BucketSQL", "TestSupport", "optml"],
            exclude: ["Python"], swiftSettings: testSettings),
    ],
    swiftLanguageModes: [.v6]
)
