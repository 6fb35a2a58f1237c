import { off } from "../guards/guard";
import { weakening } from "../guards/weakening";

const force = off(["force_destroy"], "Deleting it with all that is in it");
const forceDelete = off(["force_delete"], "Deleting it with all that is in it");

/** AWS refuses to delete what is not empty, unless it is told to empty it. */
export const deletesWhatIsNotEmpty = weakening({
  id: "deletes-what-is-not-empty",
  about: "A bucket, a repository or a vault may be deleted although something is in it.",
  cannotSee: "Programs that empty it themselves.",
  guards: {
    aws_athena_database: [force],
    aws_backup_vault: [force],
    aws_ecr_repository: [forceDelete],
    aws_ecrpublic_repository: [force],
    aws_route53_zone: [force],
    aws_s3_bucket: [force],
    aws_s3_directory_bucket: [force],
  },
  weaker: "high",
  weakFromTheStart: "low",
  means: "A destroy or a replacement of it then takes its content along.",
  wayOut: "Leave it off, and empty it by hand where it has to go.",
});
