# A plain Terraform root, as somebody writes it who has the modules and never saw TypeScript.
terraform {
  required_version = ">= 1.10"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "global"
  region = "us-east-1"
}

variable "domain" {
  type    = string
  default = "shop.example.com"
}

locals {
  name_prefix = "acme-eu-west-1"
}

module "account" {
  source    = "./modules/account"
  providers = { aws = aws.global }
}

module "dns" {
  source      = "./modules/dns"
  providers   = { aws = aws.global }
  name_prefix = "acme-global"
  domain      = var.domain
  origin_key_aliases = {
    us-east-1    = "alias/acme-origins"
    eu-west-1    = "alias/acme-origins"
    eu-central-1 = "alias/acme-origins"
  }
  findings_topic_arn = module.baseline.findings_topic_arn
}

module "baseline" {
  source                  = "./modules/baseline"
  name_prefix             = local.name_prefix
  config_service_role_arn = module.account.config_service_role_arn
  config_bucket_name      = "acme-config"
}

module "security" {
  source                       = "./modules/security"
  name_prefix                  = local.name_prefix
  key_rotation_days            = 180
  autoscaling_service_role_arn = module.account.autoscaling_service_role_arn
}

module "network" {
  source       = "./modules/network"
  name_prefix  = local.name_prefix
  domain       = var.domain
  cidr         = "10.20.0.0/16"
  logs_key_arn = module.security.logs_key_arn
  zone_names_by_letter = {
    a = "eu-west-1a"
    b = "eu-west-1b"
    c = "eu-west-1c"
  }
}

module "logs" {
  source          = "./modules/logs"
  name_prefix     = local.name_prefix
  archive_key_arn = module.security.archive_key_arn
}

module "database" {
  source             = "./modules/database"
  name_prefix        = local.name_prefix
  max_capacity_units = 4
  data_subnet_ids    = module.network.data_subnet_ids
  zone_names         = module.network.zone_names
  database_group_id  = module.network.database_group_id
  database_key_arn   = module.security.database_key_arn
  secrets_key_arn    = module.security.secrets_key_arn
  logs_key_arn       = module.security.logs_key_arn
  alert_topic_arn    = module.security.alert_topic_arn
}

module "api" {
  source                 = "./modules/api"
  name_prefix            = local.name_prefix
  on_demand_per_zone     = 1
  max_per_zone           = 2
  vpc_id                 = module.network.vpc_id
  app_subnet_ids         = module.network.app_subnet_ids
  api_group_id           = module.network.api_group_id
  api_entrance_group_id  = module.network.api_entrance_group_id
  private_zone_id        = module.network.private_zone_id
  private_zone_name      = module.network.private_zone_name
  volumes_key_arn        = module.security.volumes_key_arn
  secrets_key_arn        = module.security.secrets_key_arn
  alert_topic_arn        = module.security.alert_topic_arn
  logs_key_arn           = module.security.logs_key_arn
  access_log_bucket_name = module.logs.access_log_bucket_name
}

module "web" {
  source                 = "./modules/web"
  name_prefix            = local.name_prefix
  domain                 = var.domain
  zone_id                = module.dns.zone_id
  origin_secret_names    = module.dns.origin_secret_names
  vpc_id                 = module.network.vpc_id
  public_subnet_ids      = module.network.public_subnet_ids
  app_subnet_ids         = module.network.app_subnet_ids
  entrance_group_ids     = module.network.entrance_group_ids
  web_group_id           = module.network.web_group_id
  private_zone_name      = module.network.private_zone_name
  volumes_key_arn        = module.security.volumes_key_arn
  logs_key_arn           = module.security.logs_key_arn
  alert_topic_arn        = module.security.alert_topic_arn
  access_log_bucket_name = module.logs.access_log_bucket_name
}

output "origin" {
  value = module.web.origin_name
}

output "name_servers" {
  value = module.dns.name_servers
}
