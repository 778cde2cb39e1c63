import Foundation
import TestSupport
import Testing

/// What commands print over the samples, byte for byte, and their exit status.
@Suite struct GoldenTests {
    /// A run of the command: the arguments as in a shell, and the name of the file that holds what came of it.
    struct Run: CustomTestStringConvertible {
        let name: String
        let arguments: String

        init(_ name: String, _ arguments: String) {
            self.name = name
            self.arguments = arguments
        }

        var testDescription: String { "optml \(arguments)" }
    }

    static let runs: [Run] = [
        Run("check-good-model", "check good-model"),
        Run("check-bad-model", "check bad-model"),
        Run("check-bad-model-uri", "check bad-model --s3-uri s3://my-bucket/model --quiet"),
        Run("check-archive", "check model.tar.gz"),
        Run("check-wrapped", "check wrapped.tar.gz --s3-uri s3://my-bucket/wrapped.tar.gz"),
        Run("check-clash", "check --listing clash.keys --s3-uri s3://my-bucket/models/"),
        Run("check-listing", "check --listing list-objects-v2.json --s3-uri s3://my-bucket/models/llm/"),
        Run("check-with-layout", "check good-model --with-layout --etags"),
        Run("layout-good-model", "layout good-model --s3-uri s3://my-bucket/model/"),
        Run("layout-bad-model", "layout bad-model"),
        Run("layout-archive", "layout model.tar.gz"),
        Run("layout-wrapped", "layout wrapped.tar.gz"),
        Run("layout-clash", "layout --listing clash.keys --s3-uri s3://my-bucket/models/"),
        Run("layout-combinations", "layout good-model --every-combination"),
        Run("layout-combinations-archive", "layout model.tar.gz --every-combination"),
        Run("etag", "etag good-model/config.json good-model/model.safetensors --part-size 5MiB"),
        Run("etag-expect", "etag model.tar.gz --expect 7b25fe0c4ea4025ebb9859f9a95939bf"),
        Run("etag-unexplained", "etag model.tar.gz --expect 7b25fe0c4ea4025ebb9859f9a95939bf-1"),
        Run("verify-good-model", "verify good-model.csv good-model"),
        Run("verify-released", "verify released.csv good-model"),
        Run("verify-released-accepted", "verify released.csv good-model --allow-unexpected --allow-unverifiable"),
        Run("verify-directory", "verify good-model bad-model --size-only --exclude *.gz"),
        Run("verify-listing", "verify good-model.csv --listing list-objects-v2.json"),
        Run("verify-request", "verify --request pinned.json model.tar.gz --manifest released.csv"),
        Run("check-request", "check-request request.json"),
        Run("check-request-template", "check-request template.json --deployment serverless"),
        Run("layout-channels", "layout model.tar.gz --channel draft=good-model --channel code=wrapped.tar.gz"),
        Run("diff-directories", "diff good-model bad-model"),
        Run("diff-archives", "diff wrapped.tar.gz model.tar.gz"),
        Run("diff-archive", "diff model.tar.gz good-model"),
        Run(
            "diff-listing",
            "diff list-objects-v2.json good-model --s3-uri-a s3://my-bucket/models/llm/ --exclude code/*"),
        Run("rules", "rules"),
        Run("rules-triton", "rules --framework triton"),
        Run("layout-framework", "layout good-model --framework huggingface"),
        Run("check-framework", "check good-model --framework tei --env HF_MODEL_ID=acme/tiny"),
        Run("rules-name-clash", "rules name-clash"),
        Run("check-models", "check --listing clash.keys --s3-uri s3://my-bucket/ --model-depth 1"),
    ]

    static let dataRuns: [Run] =
        [
            Run(
                "sql-athena",
                "sql --dialect athena --table lake.s3_inventory --models lake.models --inventory csv --versions --partition dt=2026-11-30-01-00"
            ),
            Run(
                "sql-spark-summary",
                "sql --dialect spark --table lake.s3_inventory --model-depth 2 --s3-uri s3://my-bucket/models/ --inventory parquet --summary"
            ),
            Run(
                "sql-duckdb-case-clashes", "sql --dialect duckdb --table keys.parquet --model-depth 1 --case-clashes"),
            Run("sql-trino-metadata", "sql --dialect trino --table s3tables.b.inventory --models m --metadata-table"),
            Run(
                "sql-ddl-athena",
                "sql --dialect athena --table lake.s3_inventory --inventory orc --versions --ddl --location s3://inventories/my-bucket/all/hive/"
            ),
            Run(
                "sql-ddl-duckdb",
                "sql --dialect duckdb --table inventory --inventory csv --ddl --columns Bucket,Key,Size --location s3://inventories/my-bucket/all/2026-11-30T01-00Z/manifest.json"
            ),
            Run("manifest-good-model", "manifest good-model --s3-uri s3://my-bucket/model/"),
            Run("manifest-bad-model", "manifest bad-model --s3-uri s3://my-bucket/model/"),
            Run("manifest-archive", "manifest model.tar.gz --s3-uri s3://my-bucket/model.tar.gz"),
            Run("manifest-listing", "manifest --listing list-objects-v2.json --s3-uri s3://my-bucket/models/llm/"),
            Run(
                "manifest-columns",
                "manifest good-model --s3-uri s3://my-bucket/m/ --columns bucket,key,size --no-header"),
            Run(
                "manifest-checksums",
                "manifest good-model --s3-uri s3://my-bucket/m/ --columns path,etag,sha256,crc64nvme"),
            Run(
                "manifest-checksums-archive",
                "manifest model.tar.gz --s3-uri s3://my-bucket/model.tar.gz --columns path,etag,sha256,crc64nvme"),
            Run(
                "manifest-checksums-listing",
                "manifest --listing list-objects-v2.json --s3-uri s3://my-bucket/models/llm/ --columns path,sha256,crc64nvme"
            ),
            Run("model-data-source-good-model", "model-data-source good-model --s3-uri s3://my-bucket/model/"),
            Run("model-data-source-bad-model", "model-data-source bad-model --s3-uri s3://my-bucket/model/"),
            Run(
                "model-data-source-forced", "model-data-source bad-model --s3-uri s3://my-bucket/model/ --force --quiet"
            ),
            Run(
                "model-data-source-predicted",
                "model-data-source model.tar.gz --s3-uri s3://my-bucket/model.tar.gz --etag predict --accept-eula"),
            Run(
                "model-data-source-none",
                "model-data-source --no-source --s3-uri s3://my-bucket/m/ --s3-data-type S3Prefix --compression-type None"
            ),
        ] + createModelRuns

    /// A request in every form.
    private static let createModelRuns = ["json", "cloudformation", "yaml", "terraform", "boto3", "cli"].map { format in
        Run(
            "create-model-\(format)",
            "create-model model.tar.gz --s3-uri s3://my-bucket/model.tar.gz --etag predict --model-name my-model "
                + "--role-arn arn:aws:iam::123456789012:role/sagemaker --env LOG_LEVEL=20 --tag team=search "
                + "--image 123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1 --subnet subnet-0a1b2c3d --security-group sg-0b2c3d4e "
                + "--format \(format)")
    }

    @Test(arguments: runs, ["text", "json"]) func prints(_ run: Run, _ format: String) throws {
        try expect(run, run.arguments + (format == "text" ? "" : " --format json"), "\(run.name).\(format)")
    }

    @Test(arguments: dataRuns) func writes(_ run: Run) throws {
        try expect(run, run.arguments, "\(run.name).text")
    }

    /// The archives among the samples are what the tests make; a change would change every golden file.
    @Test func samplesAreAsMade() throws {
        for (name, bytes) in Samples.archives {
            let stored = try Data(contentsOf: URL(filePath: Samples.folder + "/" + name))
            #expect(Array(stored) == bytes, "\(name)")
        }
    }

    private func expect(_ run: Run, _ arguments: String, _ file: String) throws {
        let result = try Command.optml(in: Samples.folder).run(arguments.split(separator: " ").map(String.init))
        var transcript = Data("$ optml \(arguments)\n".utf8)
        transcript += result.output
        if !result.errors.isEmpty { transcript += Data("[standard error]\n".utf8) + result.errors }
        transcript += Data("[exit status \(result.status)]\n".utf8)
        try Golden.expect(transcript, "golden/\(file)")
    }
}
