# A reviewer should be told: a tag may name another image tomorrow, nothing is scanned, images go after a day, another
# account may push, and the registry is deleted even while images are in it.

resource "aws_ecr_repository" "it" {
  name                 = "shop/api"
  image_tag_mutability = "MUTABLE"
  force_delete         = true

  image_scanning_configuration {
    scan_on_push = false
  }
}

resource "aws_ecr_lifecycle_policy" "it" {
  repository = aws_ecr_repository.it.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 1 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_ecr_repository_policy" "it" {
  repository = aws_ecr_repository.it.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Pull"
      Effect    = "Allow"
      Action    = ["ecr:*"]
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
    }]
  })
}
