/// A program or library that uploads to S3, in its default configuration.
///
/// S3 computes the ETag of an object from the parts in which it came, so the ETag follows from the bytes only together with
/// the rule by which the uploader cuts: up to which size it sends a single PUT, how large its parts are, and how they grow so
/// that no more than 10,000 are needed. Each case names the source of its rule. An uploader that is configured otherwise is
/// described by a part size instead; see ``UploadRule``.
///
/// All of them but ``mountpoint`` send an empty object as a single PUT.
public enum Uploader: String, CaseIterable, Hashable, Sendable {
    /// `aws s3 cp` and `aws s3 sync`, by their classic transfer client.
    ///
    /// A single PUT below 8 MiB; an object of exactly 8 MiB is a multipart upload of one part. Parts of 8 MiB, doubled until
    /// 10,000 suffice, at most 5 GiB. Source: boto/s3transfer `s3transfer/upload.py` (`size >= multipart_threshold`) and
    /// `s3transfer/utils.py` (`ChunksizeAdjuster`), aws/aws-cli `awscli/customizations/s3/transferconfig.py`. On EC2
    /// instances made for training (p4d, p5, trn1 and their successors) version 2 uses ``crt`` by itself.
    case awsCLI = "aws-cli"

    /// `upload_file` and `upload_fileobj` of boto3: the rule of ``awsCLI``, from the same boto/s3transfer.
    case boto3

    /// The AWS Common Runtime: boto3 and the AWS CLI with `preferred_transfer_client = crt`, the CRT clients of other SDKs.
    ///
    /// A single PUT up to and including 8 MiB. Parts of 8 MiB; where 10,000 do not suffice, a ten-thousandth of the object
    /// rounded up to a multiple of 8 MiB. Source: awslabs/aws-c-s3 `source/s3_client.c`
    /// (`content_length <= multipart_upload_threshold`), `source/s3_util.c`
    /// (`aws_s3_calculate_optimal_mpu_part_size_and_num_parts`) and `source/s3_default_buffer_pool.c` (the rounding). Not
    /// confirmed: from which release on it rounds (older ones take the ten-thousandth as it is), and the lower limit of the
    /// part size that it derives from a small machine's memory.
    case crt

    /// rclone's S3 backend.
    ///
    /// A single PUT below 200 MiB (`--s3-upload-cutoff`). Parts of 5 MiB; where 10,000 do not suffice, a ten-thousandth of
    /// the object rounded up to a whole MiB, and one MiB more where that would come out at 10,000 parts and a rest. Source:
    /// rclone/rclone `backend/s3/s3.go` and `fs/chunksize/chunksize.go` (`Calculator`).
    case rclone

    /// s5cmd.
    ///
    /// A single PUT up to and including 50 MiB. Parts of 50 MiB; from 10,000 times that on, a ten-thousandth of the object
    /// and one byte. Source: peak/s5cmd `command/cp.go` (`defaultPartSize`), with the upload manager described at
    /// ``goManager``.
    case s5cmd

    /// The upload managers of the AWS SDKs for Go, which Terraform's `aws_s3_object` uses too.
    ///
    /// A single PUT up to and including 5 MiB. Parts of 5 MiB; from 10,000 times that on, a ten-thousandth of the object and
    /// one byte. Source: aws/aws-sdk-go-v2 `feature/s3/manager/upload.go`. The SDK's newer `transfermanager` differs and is
    /// not covered.
    case goManager = "go"

    /// `Upload` of `@aws-sdk/lib-storage`, the AWS SDK for JavaScript version 3.
    ///
    /// A single PUT up to and including 5 MiB. Parts of 5 MiB; where 10,000 do not suffice, a ten-thousandth of the object
    /// rounded up to a whole byte. Source: aws/aws-sdk-js-v3 `lib/lib-storage/src/Upload.ts` (a first part that is also the
    /// last becomes a PUT), `lib/lib-storage/src/chunks/getChunkUint8Array.ts` and `getChunkStream.ts`. Older releases
    /// differ: they did not grow the parts, or rounded the ten-thousandth down, and added an empty last part to a *stream*
    /// whose size is a multiple of 5 MiB.
    case jsLibStorage = "js"

    /// The AWS SDK for Java version 2 with multipart uploads enabled, and its transfer manager on that client.
    ///
    /// A single PUT up to and including 8 MiB. Parts of 8 MiB; where 10,000 do not suffice, a ten-thousandth of the object
    /// rounded up to a whole byte. Source: aws/aws-sdk-java-v2, in
    /// `services/s3/src/main/java/software/amazon/awssdk/services/s3/internal/multipart/`:
    /// `UploadWithKnownContentLengthHelper.java` (`contentLength > multipartUploadThresholdInBytes`),
    /// `GenericMultipartHelper.java` (`calculateOptimalPartSizeFor`) and `MultipartConfigurationResolver.java`. Without
    /// multipart uploads the client sends a single PUT of any size, and its CRT client follows ``crt``.
    case javaV2 = "java"

    /// s3cmd.
    ///
    /// A single PUT up to and including 15 MiB. Parts of 15 MiB that never grow: more than 10,000 of them are an error.
    /// Source: s3tools/s3cmd `S3/Config.py` and `S3/S3.py`.
    case s3cmd

    /// `mc` and minio-go.
    ///
    /// A single PUT up to and including 16 MiB. Parts of 16 MiB; above 10,000 of them, a ten-thousandth of the object rounded
    /// down to a byte and then up to a multiple of 16 MiB. Where rounding down leaves 10,001 parts, S3 refuses the upload.
    /// Source: minio/minio-go `api-put-object-common.go` (`OptimalPartInfo`), `api-put-object.go` and `constants.go`.
    case minio

    /// Mountpoint for Amazon S3.
    ///
    /// Every file is a multipart upload, an empty one has a single empty part. Parts of 8 MiB that never grow, so no file can
    /// be larger than 80,000 MiB. Source: awslabs/mountpoint-s3 `mountpoint-s3-client/src/s3_crt_client/put_object.rs` (a
    /// write begins when the multipart upload has been created), `mountpoint-s3-client/src/s3_crt_client.rs` and
    /// `doc/CONFIGURATION.md`; the empty part is in awslabs/aws-c-s3 `source/s3_auto_ranged_put.c`. Not confirmed against a
    /// real mount; appending to objects, as directory buckets allow, works differently.
    case mountpoint

    /// The S3 console in a browser.
    ///
    /// A single PUT up to and including 16 MiB. Parts of 17,179,870 bytes, which is 160 GiB divided by 10,000 and rounded up;
    /// the console takes no file above 160 GiB. AWS publishes no source. The threshold is the "larger than 16 MB" of
    /// `Object.ETag` in botocore's S3 service model, and whether that means 16,000,000 or 16 MiB, and what happens between it
    /// and the part size, could not be confirmed; the part size was seen in uploaded objects (badsyntax/s3-etag `README.md`).
    case console
}
