import ModelArtifacts
import SageMakerModel
import Testing

@Suite struct ModelDataSourceTests {
    @Test func writesTheMembersInTheOrderOfTheAPI() {
        let source = ModelDataSource(
            s3DataSource: S3ModelDataSource(
                s3URI: "s3://mybucket/model/", dataType: .prefix, compressionType: .none, acceptEULA: true,
                hubContentARN: "arn:aws:sagemaker:us-east-1:aws:hub-content/a/Model/b/1",
                manifestS3URI: "s3://mybucket/m.csv", etag: "d41d8cd98f00b204e9800998ecf8427e",
                manifestETag: "9ed977000dc166f25a9b9ef26fb3c3fc-1"))
        #expect(
            source.json == """
                {
                  "S3DataSource": {
                    "S3Uri": "s3://mybucket/model/",
                    "S3DataType": "S3Prefix",
                    "CompressionType": "None",
                    "ModelAccessConfig": {
                      "AcceptEula": true
                    },
                    "HubAccessConfig": {
                      "HubContentArn": "arn:aws:sagemaker:us-east-1:aws:hub-content/a/Model/b/1"
                    },
                    "ManifestS3Uri": "s3://mybucket/m.csv",
                    "ETag": "d41d8cd98f00b204e9800998ecf8427e",
                    "ManifestEtag": "9ed977000dc166f25a9b9ef26fb3c3fc-1"
                  }
                }

                """)
    }

    @Test func leavesOutWhatIsAbsent() {
        let source = ModelDataSource(
            s3DataSource: S3ModelDataSource(s3URI: "s3://mybucket/a.tar.gz", dataType: .object, compressionType: .gzip))
        #expect(
            source.json == """
                {
                  "S3DataSource": {
                    "S3Uri": "s3://mybucket/a.tar.gz",
                    "S3DataType": "S3Object",
                    "CompressionType": "Gzip"
                  }
                }

                """)
    }
}
