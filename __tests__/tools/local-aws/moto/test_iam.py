"""Names of roles."""

from support import AwsTest


class RoleName(AwsTest):
    FIX = "iam_role_name_has_64_characters_at_most"

    def test_65_characters_are_refused(self) -> None:
        create = self.client("iam").create_role
        self.refused("ValidationError", create, RoleName="r" * 65, AssumeRolePolicyDocument="{}")
        create(RoleName="r" * 64, AssumeRolePolicyDocument="{}")


class ServiceLinkedRole(AwsTest):
    FIX = "iam_service_linked_role_has_its_services_name"

    def test_it_is_found_and_deleted_by_it_and_there_once(self) -> None:
        iam = self.client("iam")
        for service, name in (
            ("replication.ecr.amazonaws.com", "AWSServiceRoleForECRReplication"),
            ("config.amazonaws.com", "AWSServiceRoleForConfig"),
            ("guardduty.amazonaws.com", "AWSServiceRoleForAmazonGuardDuty"),
            ("ecs.amazonaws.com", "AWSServiceRoleForECS"),
            ("ecs.application-autoscaling.amazonaws.com", "AWSServiceRoleForApplicationAutoScaling_ECSService"),
        ):
            role = iam.create_service_linked_role(AWSServiceName=service)["Role"]
            self.assertEqual(role["RoleName"], name)
            self.assertTrue(role["Arn"].endswith(f"/{service}/{name}"))
            self.assertEqual(iam.get_role(RoleName=name)["Role"]["Arn"], role["Arn"])
            self.refused("InvalidInput", iam.create_service_linked_role, AWSServiceName=service)
            iam.delete_service_linked_role(RoleName=name)
            self.refused("NoSuchEntity", iam.get_role, RoleName=name)


class PermissionsBoundary(AwsTest):
    FIX = "iam_permissions_boundary_exists"

    def test_it_is_refused_before_it_exists(self) -> None:
        iam = self.client("iam")
        boundary = "arn:aws:iam::123456789012:policy/boundary"
        role = {"RoleName": "web", "AssumeRolePolicyDocument": "{}"}
        self.refused("NoSuchEntity", iam.create_role, **role, PermissionsBoundary=boundary)
        iam.create_role(**role)
        put = iam.put_role_permissions_boundary
        self.refused("NoSuchEntity", put, RoleName="web", PermissionsBoundary=boundary)
        policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
        made = iam.create_policy(PolicyName="boundary", PolicyDocument=policy)["Policy"]["Arn"]
        self.assertEqual(made, boundary)
        put(RoleName="web", PermissionsBoundary=boundary)
        iam.create_role(**{**role, "RoleName": "api"}, PermissionsBoundary=boundary)
        iam.create_role(
            **{**role, "RoleName": "worker"}, PermissionsBoundary="arn:aws:iam::aws:policy/PowerUserAccess"
        )
