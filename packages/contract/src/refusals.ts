import type { Text } from './text.ts'

type Refusal = { readonly status: number; readonly title: Text; readonly todo: Text }

/** Everything that the server may answer instead of doing what it was asked: status, what happened, what to do. */
export const refusals = {
  'request.malformed': {
    status: 400,
    title: { zh: '请求内容无法读懂', en: 'The request cannot be read' },
    todo: { zh: '请检查内容是否为完整的 UTF-8 JSON。', en: 'Check that the body is complete JSON in UTF-8.' },
  },
  'request.invalid': {
    status: 422,
    title: { zh: '有字段填写不对', en: 'Some fields are not right' },
    todo: { zh: '请按各字段的提示修改后再提交。', en: 'Correct each field as it says and send again.' },
  },
  'request.tooLarge': {
    status: 413,
    title: { zh: '内容太大', en: 'The body is too large' },
    todo: { zh: '请缩小或分次提交。', en: 'Send less at once.' },
  },
  'request.wrongType': {
    status: 415,
    title: { zh: '不支持这种内容类型', en: 'This content type is not accepted' },
    todo: { zh: '请用接口文档所列的内容类型。', en: 'Use the content type that the documentation names.' },
  },
  'request.notFound': {
    status: 404,
    title: { zh: '没有找到', en: 'Not found' },
    todo: { zh: '请核对地址；也可能您无权查看。', en: 'Check the address; you may also not be allowed to see it.' },
  },
  'request.wrongMethod': {
    status: 405,
    title: { zh: '此地址不支持这种操作', en: 'This address does not take that method' },
    todo: { zh: '请查看接口文档。', en: 'See the documentation.' },
  },
  'request.needsVersion': {
    status: 428,
    title: { zh: '缺少所依据的版本', en: 'The version it rests on is missing' },
    todo: { zh: '请先读取，再带上 If-Match 提交。', en: 'Read it first and send its ETag in If-Match.' },
  },
  'request.stale': {
    status: 412,
    title: { zh: '内容已被他人修改', en: 'Somebody else has changed this meanwhile' },
    todo: {
      zh: '请查看其间的改动，合并后再提交；您填写的内容没有丢失。',
      en: 'Look at what changed, merge and send again; nothing you wrote is lost.',
    },
  },
  'request.keyReused': {
    status: 422,
    title: { zh: '幂等键已用于另一请求', en: 'This idempotency key belongs to another request' },
    todo: { zh: '请为新的请求换一个键。', en: 'Use a new key for a new request.' },
  },
  'request.keyInUse': {
    status: 409,
    title: { zh: '同一请求正在办理', en: 'The same request is being carried out' },
    todo: { zh: '请稍候再试。', en: 'Try again in a moment.' },
  },
  'server.busy': {
    status: 503,
    title: { zh: '系统暂时无法办理', en: 'The system cannot do this just now' },
    todo: { zh: '数据没有改变，请稍后重试。', en: 'Nothing was changed; try again shortly.' },
  },
  'server.failed': {
    status: 500,
    title: { zh: '系统出错', en: 'The system failed' },
    todo: {
      zh: '数据没有改变。请把请求编号告诉管理员。',
      en: 'Nothing was changed. Tell the administrator the request id.',
    },
  },
  'signIn.needed': {
    status: 401,
    title: { zh: '请先登录', en: 'Please sign in' },
    todo: { zh: '登录后再试。', en: 'Sign in and try again.' },
  },
  'signIn.wrong': {
    status: 401,
    title: { zh: '账号、密码或动态码不对', en: 'Account, password or code is not right' },
    todo: {
      zh: '请核对后再试；多次输错将暂时锁定。',
      en: 'Check and try again; after several failures the account is locked for a while.',
    },
  },
  'signIn.locked': {
    status: 429,
    title: { zh: '账号暂时锁定', en: 'The account is locked for a while' },
    todo: { zh: '请稍后再试，或联系管理员。', en: 'Wait and try again, or ask an administrator.' },
  },
  'signIn.codeNeeded': {
    status: 401,
    title: { zh: '还需要动态码', en: 'A one-time code is needed as well' },
    todo: { zh: '请输入验证器上的六位数字。', en: 'Enter the six digits that your authenticator shows.' },
  },
  'signIn.newPasswordNeeded': {
    status: 401,
    title: { zh: '这是一次性密码', en: 'This password is good for one use' },
    todo: {
      zh: '请设置自己的新密码后登录，至少 12 位，不能与一次性密码相同。',
      en: 'Choose a password of your own to sign in: at least 12 characters, and another than this one.',
    },
  },
  'signIn.oneTimeOver': {
    status: 401,
    title: { zh: '一次性密码已过期', en: 'The one-time password has expired' },
    todo: { zh: '请区管理员重新发放。', en: 'Ask your district administrator for another.' },
  },
  'signIn.deactivated': {
    status: 403,
    title: { zh: '此人员已停用，不能登录', en: 'This person has been deactivated and cannot sign in' },
    todo: { zh: '如有疑问，请联系区管理员。', en: 'If that is not right, ask your district administrator.' },
  },
  'signIn.providerAway': {
    status: 503,
    title: { zh: '暂时连不上统一身份认证', en: 'The identity provider cannot be reached' },
    todo: { zh: '请稍后再试，或用账号登录。', en: 'Try again shortly, or sign in with an account.' },
  },
  'signIn.unmapped': {
    status: 403,
    title: {
      zh: '统一身份认证给出的部门或角色在本系统没有对应',
      en: 'The agency or role that the identity provider names means nothing here',
    },
    todo: {
      zh: '请联系区管理员核对部门与角色的对应关系。',
      en: 'Ask your district administrator to check how agencies and roles are mapped.',
    },
  },
  'signIn.forged': {
    status: 403,
    title: { zh: '请求不是从本系统页面发出', en: 'The request did not come from this system’s own page' },
    todo: { zh: '请刷新页面后再试。', en: 'Reload the page and try again.' },
  },
  'right.missing': {
    status: 403,
    title: { zh: '您的角色不能办理此事', en: 'Your role may not do this' },
    todo: { zh: '如确需办理，请联系区管理员。', en: 'If you need to, ask your district administrator.' },
  },
  'project.codeTaken': {
    status: 409,
    title: { zh: '该项目代码已登记', en: 'This project code is already registered' },
    todo: { zh: '请搜索该代码并在原项目上办理。', en: 'Search for the code and work on that project.' },
  },
  'project.bodyInvalid': {
    status: 422,
    title: { zh: '项目属性有误', en: 'The project facts are not right' },
    todo: { zh: '请按各处提示修改。', en: 'Correct each place as it says.' },
  },
  'project.planned': {
    status: 409,
    title: { zh: '项目已有审批方案，不能删除', en: 'The project has plans and cannot be removed' },
    todo: { zh: '可改为“退库”。', en: 'Mark it as withdrawn instead.' },
  },
  'project.hasMaterials': {
    status: 409,
    title: { zh: '项目已有材料，不能删除', en: 'The project has materials and cannot be removed' },
    todo: { zh: '可改为“退库”。', en: 'Mark it as withdrawn instead.' },
  },
  'import.faulty': {
    status: 422,
    title: { zh: '表格有错，没有导入任何一行', en: 'The sheet has mistakes; no row was imported' },
    todo: { zh: '请按标出的单元格修改后再导入。', en: 'Correct the marked cells and import again.' },
  },
  'mirror.unreadable': {
    status: 422,
    title: { zh: '读不出这个流水文件', en: 'This file of status rows cannot be read' },
    todo: {
      zh: '请按 docs/mirrors.md 的格式另存为 CSV（UTF-8 或 GB18030）或 JSON（UTF-8），再上传。',
      en: 'Save it as CSV (UTF-8 or GB18030) or JSON (UTF-8) as docs/mirrors.md describes, and upload it again.',
    },
  },
  'import.unreadable': {
    status: 422,
    title: { zh: '读不出这个表格', en: 'This sheet cannot be read' },
    todo: {
      zh: '请用 .xlsx 格式（Excel 或 WPS 另存），不要加密。',
      en: 'Save it as .xlsx (Excel or WPS) without a password.',
    },
  },
  'plan.impossible': {
    status: 409,
    title: { zh: '排不出方案', en: 'No plan can be made' },
    todo: { zh: '请核对项目属性、已办事项与日期。', en: 'Check the facts, what is done, and the days.' },
  },
  'plan.notOpen': {
    status: 409,
    title: { zh: '该版本不在会签中', en: 'This version is not being countersigned' },
    todo: { zh: '请刷新，查看现行版本。', en: 'Reload and look at the version that stands.' },
  },
  'plan.notYours': {
    status: 403,
    title: { zh: '该方案没有贵单位承诺的事项', en: 'This plan asks nothing of your agency' },
    todo: { zh: '请由牵头部门会签。', en: 'Let the agency that handles it sign.' },
  },
  'plan.notAllSigned': {
    status: 409,
    title: { zh: '还有部门没有会签', en: 'Not every agency has signed' },
    todo: { zh: '请催办尚未会签的部门，或写明理由后采用。', en: 'Remind those that have not, or adopt with a reason.' },
  },
  'plan.stale': {
    status: 409,
    title: { zh: '方案所依据的项目属性已变', en: 'The facts this plan rests on have changed' },
    todo: { zh: '请重新计算后再办。', en: 'Compute it again first.' },
  },
  'joint.notYours': {
    status: 403,
    title: { zh: '这一步不归您所在的单位', en: 'This step is not your agency’s' },
    todo: {
      zh: '反馈意见由被征求的部门办，汇总等由牵头部门办，整改由企业办。',
      en: 'Those asked give opinions, the lead agency sums up, the company puts right.',
    },
  },
  'joint.forbidden': {
    status: 409,
    title: { zh: '按规定现在不能这样办理', en: 'The rules do not allow this now' },
    todo: { zh: '请按提示办理。', en: 'Do as it says.' },
  },
  'case.noPlan': {
    status: 409,
    title: { zh: '项目还没有采用的审批方案', en: 'The project has no adopted plan' },
    todo: { zh: '请先由专班采用方案，再按方案收件。', en: 'Let the task force adopt a plan first; cases follow it.' },
  },
  'case.notInPlan': {
    status: 409,
    title: { zh: '采用的方案里没有可收件的这个事项', en: 'The adopted plan has no such matter to apply for' },
    todo: { zh: '请从项目“办件”页所列事项中选择。', en: 'Choose among the matters on the project’s page of cases.' },
  },
  'case.alreadyOpen': {
    status: 409,
    title: { zh: '这个事项已有在办或已准予的办件', en: 'This matter has a case already, open or granted' },
    todo: { zh: '请在原办件上办理。', en: 'Work on that case.' },
  },
  'case.noApplicant': {
    status: 409,
    title: { zh: '项目没有登记建设单位，没有申请人', en: 'The project names no company, so nobody applies' },
    todo: { zh: '请先在项目上登记建设单位。', en: 'Name the company on the project first.' },
  },
  'case.notYours': {
    status: 403,
    title: { zh: '这一步不由您或贵部门办理', en: 'This step is not yours, or not your agency’s' },
    todo: {
      zh: '请由承办部门、其负责人或申请人办理。',
      en: 'Let the agency in charge, its head or the applicant do it.',
    },
  },
  'case.wrongStage': {
    status: 409,
    title: { zh: '办件现在的状态不能这样办', en: 'Where the case stands now, this cannot be done' },
    todo: { zh: '请刷新后按当前状态办理。', en: 'Reload and act on where it stands.' },
  },
  'case.paperMissing': {
    status: 422,
    title: { zh: '缺少须附的材料', en: 'A paper that must be attached is missing' },
    todo: { zh: '请附上所列材料后再办。', en: 'Attach what is named and try again.' },
  },
  'case.paperNotStored': {
    status: 422,
    title: { zh: '所附材料不是本项目已收下的文件', en: 'What is attached is no file of this project that was taken' },
    todo: {
      zh: '请先上传（查验通过才算收下），再从本项目的材料中选择。',
      en: 'Upload it first (it is taken once it has been checked), then choose it among the project’s materials.',
    },
  },
  'case.wrongDay': {
    status: 422,
    title: { zh: '办理日期不对', en: 'The day cannot be right' },
    todo: {
      zh: '请填写实际发生的日期：不晚于今天，不早于上一步。',
      en: 'Give the day on which it happened: not after today, not before the step before it.',
    },
  },
  'case.forbidden': {
    status: 409,
    title: { zh: '按法律或规则现在不能这样办', en: 'The law or its rules forbid this now' },
    todo: { zh: '请按提示办理。', en: 'Do as the sentence says.' },
  },
  'gate.notMissing': {
    status: 409,
    title: { zh: '此闸门并不缺这一项', en: 'The gate does not lack this' },
    todo: { zh: '请刷新后看闸门现在缺什么。', en: 'Reload and see what the gate lacks now.' },
  },
  'document.unprintable': {
    status: 409,
    title: { zh: '文书里有字体缺少的字', en: 'The document has characters that no font has' },
    todo: {
      zh: '请管理员把含这些字的字体放入字体文件夹（KAIGONG_FONTS），或改正写错的字。',
      en: 'Correct the character if it is a mistake, or let the administrator put a font that has it into the folder of fonts (KAIGONG_FONTS).',
    },
  },
  'case.numberGivenOut': {
    status: 422,
    title: { zh: '该证照的编号由系统发放', en: 'The number of this document is given out here' },
    todo: { zh: '请把编号留空后再提交。', en: 'Leave the number empty and try again.' },
  },
  'certificate.numberFault': {
    status: 422,
    title: { zh: '证照编号与签发机关或日期不符', en: 'The number does not match its office or its day' },
    todo: { zh: '请按证照原件核对编号。', en: 'Check the number on the document itself.' },
  },
  'certificate.numberTaken': {
    status: 409,
    title: { zh: '已有同号的证照', en: 'There is a certificate with this number' },
    todo: { zh: '请按证照原件核对编号。', en: 'Check the number on the document itself.' },
  },
  'certificate.noNumberLeft': {
    status: 409,
    title: { zh: '该编号序列今天已用完', en: 'The series of numbers is used up for now' },
    todo: { zh: '请次日再发，或联系区管理员。', en: 'Issue it tomorrow, or ask the district administrator.' },
  },
  'certificate.notInForce': {
    status: 409,
    title: { zh: '这份证照已不在有效状态', en: 'This certificate is no longer in force' },
    todo: { zh: '请在替代它的证照上办理。', en: 'Work on the one that replaced it.' },
  },
  'certificate.notYours': {
    status: 403,
    title: { zh: '这份证照不是贵部门签发的', en: 'Your agency did not issue this certificate' },
    todo: { zh: '请由签发部门办理。', en: 'Let the agency that issued it do this.' },
  },
  'certificate.followsCase': {
    status: 409,
    title: { zh: '证照随办件撤销或撤回', en: 'A certificate is revoked with its case' },
    todo: {
      zh: '请在其办件上由部门负责人撤销或撤回许可。',
      en: 'Let the head of the agency revoke or recall the permit on its case.',
    },
  },
  'land.notYours': {
    status: 403,
    title: {
      zh: '拿地由专班、资规、税务等经办部门登记',
      en: 'The task force and the agencies of the land record this',
    },
    todo: { zh: '请由经办部门登记。', en: 'Let the agency that handles it record it.' },
  },
  'land.wrongDay': {
    status: 422,
    title: { zh: '日期不对', en: 'The day cannot be right' },
    todo: {
      zh: '请填写实际发生的日期：不晚于今天，签约、缴款、交地不早于成交。',
      en: 'Give the day on which it happened: not after today, and nothing before the deal.',
    },
  },
  'land.needsReason': {
    status: 422,
    title: { zh: '已登记过，改正须写明理由', en: 'It is recorded; putting it right needs a reason' },
    todo: { zh: '请写明改正的理由后再提交。', en: 'Give the reason and try again.' },
  },
  'land.settled': {
    status: 409,
    title: { zh: '拿地结果已定', en: 'What became of the land is settled' },
    todo: {
      zh: '已发证或已登记未竞得，不能再改拿地登记。',
      en: 'Certificates were issued on it, or the land was not won; it can no longer be changed.',
    },
  },
  'preReview.forbidden': {
    status: 409,
    title: { zh: '预审现在不能这样办', en: 'This pre-review cannot be handled so now' },
    todo: { zh: '请刷新后按提示办理。', en: 'Reload and do as the sentence says.' },
  },
  'preReview.notYours': {
    status: 403,
    title: { zh: '预审意见由该事项的承办部门签发', en: 'The agency that handles the matter signs its opinion' },
    todo: { zh: '请由承办部门负责人签发。', en: 'Let the head of that agency sign.' },
  },
  'landDay.notReady': {
    status: 409,
    title: { zh: '条件未齐，一证未发', en: 'Something is missing; nothing was issued' },
    todo: { zh: '请按所列逐项补齐后再发证。', en: 'Supply what is listed, then issue.' },
  },
  'landDay.done': {
    status: 409,
    title: { zh: '各证已经发出，不会重复发证', en: 'The certificates have been issued; nothing is issued twice' },
    todo: { zh: '请刷新页面查看证照。', en: 'Reload the page to see them.' },
  },
  'request.tooMany': {
    status: 429,
    title: { zh: '查询太频繁', en: 'Too many requests' },
    todo: { zh: '请一分钟后再试。', en: 'Try again in a minute.' },
  },
  'file.badName': {
    status: 422,
    title: { zh: '文件名不能用', en: 'The file name cannot be used' },
    todo: {
      zh: '请改名后再传：不含路径、斜杠和不可见字符。',
      en: 'Rename the file: no path, no slash, no invisible characters.',
    },
  },
  'file.kindNotTaken': {
    status: 415,
    title: { zh: '不收这种文件', en: 'This kind of file is not taken' },
    todo: {
      zh: '请传 PDF、OFD、图片、Word、Excel、WPS、DWG 或 ZIP 文件。',
      en: 'Send PDF, OFD, a picture, Word, Excel, WPS, DWG or ZIP.',
    },
  },
  'file.unknownUse': {
    status: 422,
    title: { zh: '现行方案不需要这种材料', en: 'The plan asks for no such material' },
    todo: { zh: '请刷新材料清单后重选。', en: 'Reload the list of materials and choose again.' },
  },
  'file.tooManyUploads': {
    status: 409,
    title: { zh: '没传完的文件太多', en: 'Too many uploads are unfinished' },
    todo: { zh: '请先传完或放弃已开始的上传。', en: 'Finish or abandon those that were begun.' },
  },
  'file.gap': {
    status: 409,
    title: { zh: '中间缺了一段', en: 'A part is missing in between' },
    todo: { zh: '请从已收到的位置继续。', en: 'Go on from where the upload has come to.' },
  },
  'file.incomplete': {
    status: 409,
    title: { zh: '文件还没有传完', en: 'The file has not come whole' },
    todo: { zh: '请从已收到的位置继续，传完再提交。', en: 'Go on from where the upload has come to, then finish.' },
  },
  'file.wrongHash': {
    status: 422,
    title: { zh: '收到的内容与原文件不同', en: 'What came is not what was sent' },
    todo: { zh: '请重新上传；其间不要改动文件。', en: 'Upload it again, and leave the file as it is meanwhile.' },
  },
  'file.lies': {
    status: 422,
    title: { zh: '文件内容与扩展名不符', en: 'The content is not what the name says' },
    todo: {
      zh: '请用原来的软件另存为该格式（不要改扩展名，也不要加密码）后再传。',
      en: 'Save it in that format from its own program, without a password, instead of renaming it.',
    },
  },
  'file.bomb': {
    status: 422,
    title: { zh: '压缩包解开后过大', en: 'The archive would unpack to far too much' },
    todo: { zh: '请分成几个压缩包，或直接上传其中的文件。', en: 'Split the archive, or upload what is in it.' },
  },
  'file.locked': {
    status: 422,
    title: { zh: '压缩包有密码或已损坏，无法检查', en: 'The archive is locked or broken and cannot be looked into' },
    todo: { zh: '请重新压缩，不加密码。', en: 'Pack it again, without a password.' },
  },
  'file.infected': {
    status: 422,
    title: { zh: '文件带有病毒，已丢弃', en: 'The file carries a virus and was thrown away' },
    todo: { zh: '请查杀这台电脑，再上传干净的文件。', en: 'Clean the computer it came from, then send a clean file.' },
  },
  'file.notScanned': {
    status: 503,
    title: { zh: '病毒检查没有完成，文件尚未收下', en: 'The virus check did not finish; the file was not taken yet' },
    todo: {
      zh: '已传的内容保留一天，请稍后再提交；仍不行请告诉管理员。',
      en: 'What was sent is kept for a day: finish again shortly, or tell the administrator.',
    },
  },
  'file.lost': {
    status: 503,
    title: { zh: '文件存储暂时读不到这个文件', en: 'The store of files cannot hand this file out' },
    todo: { zh: '请稍后再试；仍不行请告诉管理员。', en: 'Try again shortly, or tell the administrator.' },
  },
  'link.gone': {
    status: 410,
    title: { zh: '链接已失效或已收回', en: 'The link has expired or was withdrawn' },
    todo: { zh: '请向发给您链接的工作人员要新的链接。', en: 'Ask the person who sent it for a new one.' },
  },
  'edition.faulty': {
    status: 422,
    title: { zh: '改动后的目录有错', en: 'The catalogue would be faulty' },
    todo: { zh: '请按所列文件与行号修改。', en: 'Correct the files and lines named.' },
  },
  'edition.notTried': {
    status: 409,
    title: { zh: '还没有试算影响', en: 'Its effects have not been tried yet' },
    todo: { zh: '请先试算，看过受影响的项目再采用。', en: 'Try it first and look at the projects it touches.' },
  },
  'job.movedOn': {
    status: 409,
    title: { zh: '该任务的状态已变', en: 'The job has moved on meanwhile' },
    todo: { zh: '请刷新任务清单后再看。', en: 'Reload the list and look again.' },
  },
  'person.nameTaken': {
    status: 409,
    title: { zh: '账号已存在', en: 'This account exists already' },
    todo: { zh: '请换一个账号名。', en: 'Choose another account name.' },
  },
  'person.lastAdministrator': {
    status: 409,
    title: { zh: '不能停用最后一位管理员', en: 'The last administrator cannot be disabled' },
    todo: { zh: '请先指定另一位管理员。', en: 'Appoint another one first.' },
  },
} as const satisfies Readonly<Record<string, Refusal>>

export type RefusalCode = keyof typeof refusals
