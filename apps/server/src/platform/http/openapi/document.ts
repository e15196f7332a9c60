import { type Contract, contracts, type Text } from '@kaigong/contract'
import { API } from '../app.ts'
import { operationOf } from './operation.ts'
import { type Json, namedSchemas } from './schemas.ts'

/** What each capability is about. */
export const capabilities: Readonly<Record<keyof typeof contracts, Text>> = {
  people: { zh: '人员与登录', en: 'People and sign-in' },
  projects: { zh: '项目', en: 'Projects' },
  plans: { zh: '审批方案', en: 'Plans' },
  cases: { zh: '办件', en: 'Cases' },
  exchange: { zh: '数据交换', en: 'Exchange' },
  joint: { zh: '联审联办、联合验收', en: 'Joint review and acceptance' },
  documents: { zh: '文书', en: 'Documents' },
  certificates: { zh: '证照', en: 'Certificates' },
  land: { zh: '拿地日与模拟审批', en: 'The land day and pre-reviews' },
  files: { zh: '材料', en: 'Materials' },
  gates: { zh: '闸门与三同时', en: 'Gates and three simultaneities' },
  obligations: { zh: '应办义务', en: 'Obligations' },
  leave: { zh: '休假代班与常用语', en: 'Standing in and template phrases' },
  notices: { zh: '通知', en: 'Notices' },
  mirrors: { zh: '外部系统办件（镜像）', en: 'Cases of other systems, mirrored' },
  proxies: { zh: '委托代办', en: 'Authorised helpers' },
  editions: { zh: '事项目录与区设置', en: 'Catalogue and district settings' },
  operations: { zh: '后台任务、留痕与变更流', en: 'Jobs, audit trail, stream of changes' },
}

/** The OpenAPI 3.1 document, made from the same contracts that check requests. */
export async function openApiDocument(): Promise<Json> {
  const paths: Record<string, Json> = {}
  for (const [capability, group] of Object.entries(contracts)) {
    for (const [name, contract] of Object.entries(group) as [string, Contract][]) {
      const path = `${API}${contract.path.replace(/:(\w+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(capability, name, contract) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kaigong 开工',
      version: '1',
      description:
        '审批方案由法规算出，由人办理。每个拒绝都是一个 problem（RFC 9457），其 type 指向说明。 · Approval plans computed from the law, and the people who carry them out. Every refusal is a problem (RFC 9457) whose type leads to its explanation.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(capabilities).map(([name, { zh, en }]) => ({ name, description: `${zh} · ${en}` })),
    paths,
    components: {
      schemas: await namedSchemas(paths),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'kaigong',
          description:
            '浏览器登录后的 Cookie；经 https 时名为 __Host-kaigong。十二小时无人操作即失效，变更流和带 X-Kaigong-Unattended 的请求不算操作 · Over https its name is __Host-kaigong. It is over after twelve hours without a person’s act; the stream of changes is none, nor is a request with X-Kaigong-Unattended',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Kaigong-Csrf',
          description:
            '与 Cookie 一起提交；其值见 GET /api/v1/me 的 csrf · Goes with the cookie; GET /api/v1/me tells it',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: '接口令牌，范围不超过其创建者 · An API token with scopes',
        },
      },
    },
    security: [{ session: [] }, { token: [] }],
  }
}
