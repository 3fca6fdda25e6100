"""The skills that the article behind this project names: (id, name as the article has it), area by area."""

from __future__ import annotations

_NAMES = """
python: Python; java: Java; javascript: JavaScript; nodejs: Node.js; ruby: Ruby; php: PHP; csharp: C#; go: Go;
django: Django; flask: Flask; spring: Spring; spring-boot: Spring Boot; hibernate: Hibernate; express: Express.js;
ruby-on-rails: Ruby on Rails; laravel: Laravel; dotnet: .NET; dotnet: .NET Core; aspnet-core: ASP.NET Core;
wordpress: WordPress;
sql: SQL; nosql: NoSQL; mysql: MySQL; postgresql: PostgreSQL; oracle-database: Oracle Database; sqlite: SQLite;
mongodb: MongoDB; apache-cassandra: Cassandra; database-indexing: indexing; query-optimization: query optimization;
horizontal-scaling: horizontal scaling; orm: ORM; sequelize: Sequelize;
rest-apis: REST; graphql: GraphQL; websockets: WebSockets; oauth: OAuth; jwt: JWT; api-keys: API keys;
openapi: Swagger; openapi: OpenAPI; openapi: Swagger/OpenAPI; postman: Postman; insomnia: Insomnia;
api-design: API design; api-testing: API testing; api-documentation: API documentation;
apache-http-server: Apache HTTP Server; nginx: Nginx; microsoft-iis: IIS; aws: AWS; google-cloud: Google Cloud;
microsoft-azure: Azure; docker: Docker; containerization: containerization; kubernetes: Kubernetes;
container-orchestration: container orchestration; load-balancing: load balancing;
version-control: version control; git: Git; branching-strategies: branching; merging: merging;
merge-conflicts: conflict resolution; github: GitHub; gitlab: GitLab; bitbucket: Bitbucket;
encryption: encryption; ssl-tls: SSL/TLS; ssl-tls: SSL; ssl-tls: TLS; hashing: hashing;
input-validation: input validation; sql-injection: SQL injection; xss: XSS; csrf: CSRF;
authentication: authentication; authorization: authorization; session-management: session management;
security-monitoring: security monitoring and alerting; splunk: Splunk; elk-stack: ELK Stack;
devops: DevOps; ci-cd: CI/CD; jenkins: Jenkins; github-actions: GitHub Actions; circleci: CircleCI;
infrastructure-as-code: infrastructure as code; terraform: Terraform; ansible: Ansible; monitoring: monitoring;
prometheus: Prometheus; grafana: Grafana;
debugging: debugging; performance-optimization: performance optimization; profiling: profiling;
design-patterns: design patterns; singleton-pattern: Singleton; factory-pattern: Factory; observer-pattern: Observer;
communication: clear communication; active-listening: active listening; teamwork: collaboration;
adaptability: adaptability; feedback: feedback;
online-courses: online courses; udemy: Udemy; coursera: Coursera; community-participation: communities;
open-source-contribution: open source contribution; technology-trends: staying informed;
html: HTML; css: CSS; javascript: JavaScript;
"""
"""Each line or two is one of the article's areas, the frontend last."""

_PAIRS = (pair.partition(":") for pair in _NAMES.split(";") if pair.strip())
ARTICLE: tuple[tuple[str, str], ...] = tuple(
    dict.fromkeys((skill_id.strip(), " ".join(name.split())) for skill_id, _, name in _PAIRS)
)
