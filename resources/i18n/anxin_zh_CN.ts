<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutTab</name>
    <message>
        <source>Anxin {version}</source>
        <translation>安薪 {version}</translation>
    </message>
    <message>
        <source>For the labour office of a building site: roster, attendance, wage sheet, notice board, payment. MIT licence. Works without a network.</source>
        <translation>建筑工地劳资专管员的桌面工具：实名名册、考勤、工资支付表、维权告示牌、银行代发。MIT 许可，不联网也能用。</translation>
    </message>
    <message>
        <source>Noto Sans SC on paper: SIL Open Font License 1.1</source>
        <translation>打印所用字体 Noto Sans SC：SIL 开放字体许可 1.1</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>A batch of {count} payments is made; it waits for approval</source>
        <translation>已制作批次，共 {count} 笔，等待复核</translation>
    </message>
    <message>
        <source>Approved by {name}; it can be sent now</source>
        <translation>{name} 已复核，可以发送</translation>
    </message>
    <message>
        <source>Contract of {name} changed; print it again</source>
        <translation>{name} 的合同已修改，请重新打印</translation>
    </message>
    <message>
        <source>Contract of {name} ended</source>
        <translation>{name} 的合同已登记解除</translation>
    </message>
    <message>
        <source>Entered for {name}; the line has to be signed again</source>
        <translation>已为 {name} 登记；这一行须重新签字</translation>
    </message>
    <message>
        <source>Pay by the bank</source>
        <translation>委托银行代发</translation>
    </message>
    <message>
        <source>Pay the failed ones again</source>
        <translation>为未成功的另做一批</translation>
    </message>
    <message>
        <source>Reading scans</source>
        <translation>正在读取扫描件</translation>
    </message>
    <message>
        <source>Save the list for uploading</source>
        <translation>保存上传清单</translation>
    </message>
    <message>
        <source>Saved as {name}; upload it, then import the bank&apos;s result</source>
        <translation>已保存为 {name}；请上传银行，再导入结果文件</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The bank&apos;s result file</source>
        <translation>银行结果文件</translation>
    </message>
    <message>
        <source>The bank&apos;s result is read in</source>
        <translation>已导入银行结果</translation>
    </message>
    <message>
        <source>The batch is withdrawn; nothing was sent</source>
        <translation>批次已撤回，没有向银行发送任何内容</translation>
    </message>
    <message>
        <source>payroll-{reference}.xlsx</source>
        <translation>代发清单-{reference}.xlsx</translation>
    </message>
    <message>
        <source>{count} contracts filed and signed</source>
        <translation>已归档 {count} 份合同，并登记签字</translation>
    </message>
    <message>
        <source>{count} contracts made out</source>
        <translation>已填写 {count} 份合同</translation>
    </message>
    <message>
        <source>{count} contracts recorded as signed</source>
        <translation>已登记 {count} 份合同签字</translation>
    </message>
    <message>
        <source>{count} failed payments, with the cards as they are now</source>
        <translation>{count} 笔未成功，按现在的工资卡重新制作</translation>
    </message>
    <message>
        <source>{count} lines moved to a supplementary sheet</source>
        <translation>已将 {count} 人移到补充工资表</translation>
    </message>
    <message>
        <source>{count} unsigned contracts removed</source>
        <translation>已删除 {count} 份未签合同</translation>
    </message>
    <message>
        <source>{count} wage sheets locked</source>
        <translation>已锁定 {count} 张工资表</translation>
    </message>
    <message>
        <source>{name} has another card; make a new batch of the failed ones</source>
        <translation>{name} 的工资卡已更换；请为未成功的另做一批</translation>
    </message>
    <message>
        <source>{sheets} locked sheets, {count} payments, {total} in all</source>
        <translation>已锁定 {sheets} 张工资表，{count} 笔，共 {total}</translation>
    </message>
</context>
<context>
    <name>AddPicture</name>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>As it is kept</source>
        <translation>存入后的样子</translation>
    </message>
    <message>
        <source>Deleted on</source>
        <translation>到期删除</translation>
    </message>
    <message>
        <source>Drag the frame or its corners. Arrows move it, + and - change its size.</source>
        <translation>拖动方框或四角取景；方向键移动，+ 和 - 改大小。</translation>
    </message>
    <message>
        <source>Drop a photo here, straight from telephone or camera.</source>
        <translation>把手机或相机拍的照片拖到这里，不用先处理。</translation>
    </message>
    <message>
        <source>Opening the picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Seal and keep</source>
        <translation>加密存入</translation>
    </message>
    <message>
        <source>Taken out of the file: {parts}</source>
        <translation>已从文件中去除：{parts}</translation>
    </message>
</context>
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Advance, deduction, arrears</source>
        <translation>预支、代扣、补发</translation>
    </message>
    <message>
        <source>Amount in yuan (0 takes it away)</source>
        <translation>金额（元；填 0 即取消）</translation>
    </message>
    <message>
        <source>At most {most} this month ({citation}).</source>
        <translation>本月最多 {most}（{citation}）。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Net then: {net}</source>
        <translation>登记后实发：{net}</translation>
    </message>
    <message>
        <source>Reason, printed with the line</source>
        <translation>原因（随这一行打印）</translation>
    </message>
    <message>
        <source>What is taken off may not exceed what was earned.</source>
        <translation>扣款不能超过应发工资。</translation>
    </message>
    <message>
        <source>{name} · {team} · net now {net}</source>
        <translation>{name} · {team} · 现在实发 {net}</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>An office of a single person: maker and checker are the same.</source>
        <translation>单人模式：制单人和复核人是同一人。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>复核通过</translation>
    </message>
    <message>
        <source>Approve the batch</source>
        <translation>复核批次</translation>
    </message>
    <message>
        <source>Nobody else here may approve. Add a project manager in the settings.</source>
        <translation>没有其他人可以复核。请先在“设置”里添加项目经理或财务。</translation>
    </message>
    <message>
        <source>Own passphrase of who approves</source>
        <translation>复核人的本人口令</translation>
    </message>
    <message>
        <source>That is not the batch&apos;s total.</source>
        <translation>与本批合计不一致。</translation>
    </message>
    <message>
        <source>The total once more, in yuan</source>
        <translation>再输入一遍合计金额（元）</translation>
    </message>
    <message>
        <source>What is approved: {digest}</source>
        <translation>复核内容校验码：{digest}</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>{count} payments · {bank} · made by {maker}, {moment}</source>
        <translation>{count} 笔 · {bank} · 制单 {maker}，{moment}</translation>
    </message>
</context>
<context>
    <name>AskDates</name>
    <message>
        <source>How are the dates of this file written?</source>
        <translation>这份文件的日期是哪种写法？</translation>
    </message>
    <message>
        <source>The file itself does not tell. The whole file is read in one way, and the gate remembers it.</source>
        <translation>从文件本身分不出来。整份文件按同一种写法读，这台闸机以后也照此读。</translation>
    </message>
</context>
<context>
    <name>AskMonth</name>
    <message>
        <source>No year and month stand on the sheet, or two different ones.</source>
        <translation>表上没有写年月，或者写了两个不同的年月。</translation>
    </message>
    <message>
        <source>Which month is this sheet of?</source>
        <translation>这是哪个月的考勤表？</translation>
    </message>
</context>
<context>
    <name>Asks</name>
    <message>
        <source>The counting rule is saved</source>
        <translation>计工规则已保存</translation>
    </message>
    <message>
        <source>The punches of this month propose no extra hours.</source>
        <translation>本月的打卡没有可提议的加班。</translation>
    </message>
    <message>
        <source>{count} days of extra hours approved</source>
        <translation>已批准 {count} 条加班</translation>
    </message>
    <message>
        <source>{count} days taken over from the month sheet</source>
        <translation>已按月考勤表改动 {count} 天</translation>
    </message>
    <message>
        <source>{count} new punches imported</source>
        <translation>已导入 {count} 条新打卡</translation>
    </message>
    <message>
        <source>{file} is taken back: {count} punches</source>
        <translation>已撤回 {file}：{count} 次打卡</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Confirmations</source>
        <translation>确认表</translation>
    </message>
    <message>
        <source>Days are as they were before</source>
        <translation>已恢复为修改前</translation>
    </message>
    <message>
        <source>Days are set again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>Extra hours …</source>
        <translation>加班审批…</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>去名册</translation>
    </message>
    <message>
        <source>Import punches …</source>
        <translation>导入考勤…</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月表</translation>
    </message>
    <message>
        <source>Nobody works on this project in this month yet. Import the roster first.</source>
        <translation>本月这个项目还没有工人。请先导入名册。</translation>
    </message>
    <message>
        <source>Reason for changes …</source>
        <translation>填写修改原因…</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Rule and site</source>
        <translation>规则·停工·闸机</translation>
    </message>
    <message>
        <source>Three columns</source>
        <translation>三方核对</translation>
    </message>
    <message>
        <source>{month}: declared to be without work ({reason}).</source>
        <translation>{month}已申报无用工（{reason}）。</translation>
    </message>
    <message>
        <source>{month}: no punches yet. Import the gate&apos;s file, or type the days.</source>
        <translation>{month}还没有打卡记录。请导入考勤机文件，没有考勤机的班组可直接填写。</translation>
    </message>
</context>
<context>
    <name>AttendanceWords</name>
    <message>
        <source>1. Import the gate&apos;s file. Two punches four hours apart count one day; a single punch counts nothing and stands out in yellow.
2. Press F4: it goes to the next single punch. Ask the team, type 1, 0.5 or 0 and Enter; the next one comes by itself. The reason is asked once.
3. Say whose the unknown gate numbers are, and approve extra hours: only approved hours are paid.
4. “Exceptions” (Ctrl+E) lists everything else to be looked at; many of one kind are mended at once. “Three columns” holds the platform&apos;s and the wage sheet&apos;s days against ours; “Confirmations” prints what workers and foreman sign.
Typing: √ or 1 a whole day, △ or 0.5 half a day, × or 0 none; above 1 it is hours. Space shows the punches, Delete lets them count again, Ctrl+V pastes a block from Excel and shows it first, Ctrl+Z takes back, Ctrl+Y does it again, Shift+F2 writes a note.</source>
        <translation>1. 导入考勤机文件。两次打卡相隔四小时计一个工日；单次打卡不计工日，用黄色标出。
2. 按 F4 到下一个单次打卡，问清班组后填 1、0.5 或 0，回车自动到下一个；原因只问一次。
3. 给未登记的考勤号指定人员，审批加班：只有批准的时间才计发。
4. “异常”（Ctrl+E）列出其余要处理的，同一类可以一起处理。“三方核对”把平台、工资表的天数和这里对照；“确认表”打印给工人和班组长签字。
填写：√ 或 1 为一天，△ 或 0.5 为半天，× 或 0 为没有；大于 1 的是小时数。空格看打卡，Delete 恢复按打卡计，Ctrl+V 粘贴 Excel 的一块并先给您看，Ctrl+Z 撤销，Ctrl+Y 重做，Shift+F2 写备注。</translation>
    </message>
    <message>
        <source>11–20</source>
        <translation>中旬</translation>
    </message>
    <message>
        <source>1–10</source>
        <translation>上旬</translation>
    </message>
    <message>
        <source>21–</source>
        <translation>下旬</translation>
    </message>
    <message>
        <source>A single punch counts {days}: please mend it.</source>
        <translation>只有一次打卡，计 {days} 工日，请核实后手工登记。</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>考勤</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>工日</translation>
    </message>
    <message>
        <source>First ten days</source>
        <translation>上旬</translation>
    </message>
    <message>
        <source>First to last {span}, less than {least}: {days} work-days.</source>
        <translation>首末相隔 {span}，不足 {least}，计 {days} 工日。</translation>
    </message>
    <message>
        <source>First to last {span}, {least} reached: {days} work-days.</source>
        <translation>首末相隔 {span}，已满 {least}，计 {days} 工日。</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Holiday 300 %</source>
        <translation>法定节假日 300%</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>No punches</source>
        <translation>没有打卡</translation>
    </message>
    <message>
        <source>Note: {text} ({name})</source>
        <translation>备注：{text}（{name}）</translation>
    </message>
    <message>
        <source>On site {stays}: {span}</source>
        <translation>在场 {stays}，共 {span}</translation>
    </message>
    <message>
        <source>Overtime 150 %</source>
        <translation>延时加班 150%</translation>
    </message>
    <message>
        <source>Punches {times}</source>
        <translation>打卡 {times}</translation>
    </message>
    <message>
        <source>Rest day 200 %</source>
        <translation>休息日加班 200%</translation>
    </message>
    <message>
        <source>Rest of the month</source>
        <translation>下旬</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Second ten days</source>
        <translation>中旬</translation>
    </message>
    <message>
        <source>Set by hand to {days} work-days: {reason} ({name}, {moment})</source>
        <translation>手工登记 {days} 工日：{reason}（{name}，{moment}）</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>单次</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>二</translation>
    </message>
    <message>
        <source>We</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Who worked on which day. Type √, △, 1, 0.5 or hours; mend single punches.</source>
        <translation>谁在哪天出勤。可直接填 √、△、1、0.5 或小时数；单次打卡请逐个核实。</translation>
    </message>
    <message>
        <source>Whole month</source>
        <translation>全月</translation>
    </message>
    <message>
        <source>away {span} between</source>
        <translation>中间离场 {span}</translation>
    </message>
    <message>
        <source>next day {time}</source>
        <translation>次日 {time}</translation>
    </message>
    <message>
        <source>{count} punches, {least} are needed: {days} work-days.</source>
        <translation>{count} 次打卡，至少要 {least} 次，计 {days} 工日。</translation>
    </message>
    <message>
        <source>{count} repeated within {seconds} s are counted once.</source>
        <translation>{count} 次重复打卡（{seconds} 秒以内）已合并。</translation>
    </message>
    <message>
        <source>{day} (weekday {weekday})</source>
        <translation>{day}（周{weekday}）</translation>
    </message>
    <message>
        <source>{entered}–{left}</source>
        <translation>{entered}–{left}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{kind}: {span} approved by {name}</source>
        <translation>{kind}：{span}，{name} 已批准</translation>
    </message>
    <message>
        <source>{name}: {first} in the first ten days, {second}, {third}; {all} in all</source>
        <translation>{name}：上旬 {first}，中旬 {second}，下旬 {third}，合计 {all} 工日</translation>
    </message>
    <message>
        <source>{span} between entries and exits: {days} work-days.</source>
        <translation>进出之间共 {span}，计 {days} 工日。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停下</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
</context>
<context>
    <name>BoxViewer</name>
    <message>
        <source>Back</source>
        <translation>上一格</translation>
    </message>
    <message>
        <source>Counts as signed. Press N if it is not.</source>
        <translation>将按已签登记；不是签字请按 N。</translation>
    </message>
    <message>
        <source>Doubtful: {count}</source>
        <translation>看不准：{count} 格</translation>
    </message>
    <message>
        <source>Is this a signature? Unanswered, it is not registered.</source>
        <translation>这是签字吗？不回答就不登记。</translation>
    </message>
    <message>
        <source>Judged signed: {count}</source>
        <translation>判为已签：{count} 格</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一格</translation>
    </message>
    <message>
        <source>Not signed (N)</source>
        <translation>没签（N）</translation>
    </message>
    <message>
        <source>Signed (Y)</source>
        <translation>签了（Y）</translation>
    </message>
    <message>
        <source>You say: not signed</source>
        <translation>您确认：没签</translation>
    </message>
    <message>
        <source>You say: signed</source>
        <translation>您确认：签了</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} / {count} 格</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Bank and branch</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>CNAPS number</source>
        <translation>联行号</translation>
    </message>
    <message>
        <source>Mend the bank card</source>
        <translation>更换工资卡</translation>
    </message>
    <message>
        <source>Name on the account</source>
        <translation>户名</translation>
    </message>
    <message>
        <source>New card number</source>
        <translation>新卡号</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>保存工资卡</translation>
    </message>
    <message>
        <source>Tried with {card}, {bank}</source>
        <translation>上次使用 {card}，{bank}</translation>
    </message>
    <message>
        <source>the worker&apos;s own card</source>
        <translation>必须是本人的银行卡</translation>
    </message>
    <message>
        <source>{name} · {amount} · {reason}</source>
        <translation>{name} · {amount} · {reason}</translation>
    </message>
</context>
<context>
    <name>CardReport</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>In the roster</source>
        <translation>名册里</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>证件上</translation>
    </message>
    <message>
        <source>■ This is the card of {card}, not of {name}</source>
        <translation>■ 这是 {card} 的证件，不是 {name} 的</translation>
    </message>
    <message>
        <source>▲ The card has expired on {day}; let him bring the new one.</source>
        <translation>▲ 证件已于 {day} 过期，请他带新证件来。</translation>
    </message>
    <message>
        <source>▲ {name}: {count} things stand otherwise in the roster</source>
        <translation>▲ {name}：名册里有 {count} 项与证件不同</translation>
    </message>
    <message>
        <source>● {name} does not stand on the roster yet</source>
        <translation>● 名册里还没有 {name}</translation>
    </message>
    <message>
        <source>✓ the same</source>
        <translation>✓ 相同</translation>
    </message>
    <message>
        <source>✓ {name}: the roster says the same</source>
        <translation>✓ {name}：与名册一致</translation>
    </message>
</context>
<context>
    <name>CardsBack</name>
    <message>
        <source>Bank</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Card numbers from the bank</source>
        <translation>银行办回的卡号</translation>
    </message>
    <message>
        <source>Card so far</source>
        <translation>原卡号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新卡号</translation>
    </message>
    <message>
        <source>Reading the list …</source>
        <translation>正在读取名单……</translation>
    </message>
    <message>
        <source>Take over the ticked cards</source>
        <translation>登记勾选的卡号</translation>
    </message>
    <message>
        <source>Taking over cards</source>
        <translation>登记卡号</translation>
    </message>
    <message>
        <source>none</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>{rows} rows = {new} new + {changed} changed + {same} as before + {out} not used</source>
        <translation>共 {rows} 行 = 新卡 {new} + 换卡 {changed} + 未变 {same} + 未采用 {out}</translation>
    </message>
</context>
<context>
    <name>ChainTab</name>
    <message>
        <source>A new contract</source>
        <translation>新合同</translation>
    </message>
    <message>
        <source>Attach the scan …</source>
        <translation>附上扫描件…</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Contract sum (yuan)</source>
        <translation>合同价款（元）</translation>
    </message>
    <message>
        <source>End</source>
        <translation>终止日期</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>General contract</source>
        <translation>施工总承包</translation>
    </message>
    <message>
        <source>Giver of the work</source>
        <translation>发包方</translation>
    </message>
    <message>
        <source>Kind of contract</source>
        <translation>合同类别</translation>
    </message>
    <message>
        <source>Labour subcontract</source>
        <translation>劳务分包</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>计量</translation>
    </message>
    <message>
        <source>Measured every … days</source>
        <translation>计量周期（天）</translation>
    </message>
    <message>
        <source>No companies yet. Enter owner and general contractor under Facts.</source>
        <translation>还没有单位。请先在“项目资料”里填写建设单位和施工总承包单位。</translation>
    </message>
    <message>
        <source>No contract yet</source>
        <translation>还没有合同</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Professional subcontract</source>
        <translation>专业分包</translation>
    </message>
    <message>
        <source>Removed: contract {number}</source>
        <translation>已删除合同 {number}</translation>
    </message>
    <message>
        <source>Save the scan as …</source>
        <translation>扫描件另存为…</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Scans (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>扫描件 (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>承包范围</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签订日期</translation>
    </message>
    <message>
        <source>Sum (yuan)</source>
        <translation>价款（元）</translation>
    </message>
    <message>
        <source>Taker of the work</source>
        <translation>承包方</translation>
    </message>
    <message>
        <source>The chosen contract</source>
        <translation>选中的合同</translation>
    </message>
    <message>
        <source>The scan is kept: {name}</source>
        <translation>已存入扫描件：{name}</translation>
    </message>
    <message>
        <source>{count} contracts, {sum} yuan given away below the general contractor</source>
        <translation>{count} 份合同，分包价款合计 {sum} 元</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Bank and branch</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>CNAPS number</source>
        <translation>联行号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>工资卡号</translation>
    </message>
    <message>
        <source>Change the card</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>Change the wage card of {name}</source>
        <translation>为{name}换工资卡</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>自这天起用</translation>
    </message>
    <message>
        <source>Name on the account, if another</source>
        <translation>户名（与姓名不同时填）</translation>
    </message>
    <message>
        <source>Now {card}. Sheets already locked keep the card they were locked with.</source>
        <translation>现在的卡：{card}。已锁定的工资表仍按锁定时的卡发放。</translation>
    </message>
    <message>
        <source>There is no card yet.</source>
        <translation>还没有工资卡。</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>显示全部行</translation>
    </message>
    <message>
        <source>Every cause ({count})</source>
        <translation>全部原因（{count}）</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>这一行先不导</translation>
    </message>
    <message>
        <source>Left out ({count}): {names}</source>
        <translation>先不导的 {count} 行：{names}</translation>
    </message>
    <message>
        <source>Mend all alike</source>
        <translation>同样的一起改</translation>
    </message>
    <message>
        <source>Mend all alike ({count})</source>
        <translation>同样的 {count} 处一起改</translation>
    </message>
    <message>
        <source>Next fault</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>{bad} to be mended</source>
        <translation>{bad} 行要改</translation>
    </message>
    <message>
        <source>{look} to look at</source>
        <translation>{look} 行请看一眼</translation>
    </message>
    <message>
        <source>{rows} rows: {good} can go in</source>
        <translation>共 {rows} 行：{good} 行可以导入</translation>
    </message>
</context>
<context>
    <name>ChipWords</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Identity not read</source>
        <translation>未读卡</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离场</translation>
    </message>
    <message>
        <source>Without card</source>
        <translation>无工资卡</translation>
    </message>
    <message>
        <source>Without contract</source>
        <translation>无合同</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>Clock of {gate}</source>
        <translation>{gate} 的时钟</translation>
    </message>
    <message>
        <source>Keep the reading</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The gate shows</source>
        <translation>闸机上显示</translation>
    </message>
    <message>
        <source>True time, as on a phone</source>
        <translation>准确时间（看手机）</translation>
    </message>
    <message>
        <source>Write times as 2026-10-03 08:00:00.</source>
        <translation>时间请写成 2026-10-03 08:00:00。</translation>
    </message>
    <message>
        <source>{seconds} s ahead</source>
        <translation>快 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s behind</source>
        <translation>慢 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ColumnMemory</name>
    <message>
        <source>Original order</source>
        <translation>恢复原来的顺序</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Choose the column of the time, and that of the number or the name.</source>
        <translation>请选出打卡时间那一列，以及考勤号或姓名那一列。</translation>
    </message>
    <message>
        <source>Day, if it stands apart</source>
        <translation>日期（单独成列时）</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Gate number</source>
        <translation>考勤号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Row of the headings</source>
        <translation>表头在第几行</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>The gate remembers this and asks no more.</source>
        <translation>这台闸机会记住，以后不再问。</translation>
    </message>
    <message>
        <source>Time of the punch</source>
        <translation>打卡时间</translation>
    </message>
    <message>
        <source>What do the columns mean?</source>
        <translation>各列是什么？</translation>
    </message>
    <message>
        <source>Words for in</source>
        <translation>表示“进”的词</translation>
    </message>
    <message>
        <source>Words for out</source>
        <translation>表示“出”的词</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有表头</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>First rows</source>
        <translation>前几行的内容</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>表里的列</translation>
    </message>
    <message>
        <source>Not sure about: {columns}. Say which column it is; it is remembered.</source>
        <translation>这几列没有认准：{columns}。请指明是哪一列，下次收到同样的表就不再问。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>That is our</source>
        <translation>就是我们的</translation>
    </message>
    <message>
        <source>The heading stands in row</source>
        <translation>表头在第几行</translation>
    </message>
    <message>
        <source>What the file does not have</source>
        <translation>表里没有的必填列</translation>
    </message>
    <message>
        <source>leave it empty for now</source>
        <translation>先空着</translation>
    </message>
    <message>
        <source>the same for every row</source>
        <translation>整张表都填一样的</translation>
    </message>
    <message>
        <source>— not used —</source>
        <translation>（不用）</translation>
    </message>
</context>
<context>
    <name>CompaniesTab</name>
    <message>
        <source>A company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>A natural person</source>
        <translation>个人（包工头）</translation>
    </message>
    <message>
        <source>A new company</source>
        <translation>新单位</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Company or person</source>
        <translation>单位还是个人</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Full registered name</source>
        <translation>单位全称</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>No companies yet. Enter owner and general contractor under Facts.</source>
        <translation>还没有单位。请先在“项目资料”里填写建设单位和施工总承包单位。</translation>
    </message>
    <message>
        <source>Not in this project</source>
        <translation>不在本项目</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Part in this project</source>
        <translation>在本项目的角色</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Qualification valid until</source>
        <translation>资质有效期至</translation>
    </message>
    <message>
        <source>Qualification: class and number</source>
        <translation>资质类别、等级和编号</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>The chosen company</source>
        <translation>选中的单位</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
</context>
<context>
    <name>CompareStep</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>表里</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>On the books</source>
        <translation>账册里</translation>
    </message>
    <message>
        <source>Rows that are no workers and were not read: {rows}</source>
        <translation>不是工人、没有读入的行：{rows}</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾上</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全部不勾</translation>
    </message>
    <message>
        <source>What</source>
        <translation>哪一项</translation>
    </message>
    <message>
        <source>Who is not in the file stays on the roster. Tick him and give his last day if he has left.</source>
        <translation>表里没有的人仍留在名册上。确已离场的，勾上并写最后一天。</translation>
    </message>
    <message>
        <source>{rows} rows read: {new} new, {changed} changed, {same} as on the books</source>
        <translation>读到 {rows} 行：新增 {new} 人，变更 {changed} 人，与账册一致 {same} 人</translation>
    </message>
</context>
<context>
    <name>ConfirmationsPanel</name>
    <message>
        <source>A day was changed after printing: print it again and have it signed anew.</source>
        <translation>打印以后有天数改动：请重新打印，重新签字。</translation>
    </message>
    <message>
        <source>Drawing attendance sheets</source>
        <translation>正在生成考勤确认表</translation>
    </message>
    <message>
        <source>File a signed sheet …</source>
        <translation>登记签字件…</translation>
    </message>
    <message>
        <source>No longer matches</source>
        <translation>须重签</translation>
    </message>
    <message>
        <source>No sheet of this month has been printed yet.</source>
        <translation>本月还没有打印过确认表。</translation>
    </message>
    <message>
        <source>No sheet&apos;s code can be read on {name}; nothing was filed.</source>
        <translation>{name} 上认不出确认表的二维码，没有登记。</translation>
    </message>
    <message>
        <source>Print sheets …</source>
        <translation>打印确认表…</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Printed at</source>
        <translation>打印时间</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Scan of the signed sheets</source>
        <translation>签字确认表的扫描件</translation>
    </message>
    <message>
        <source>Select the sheet in the list first, then file the scan again.</source>
        <translation>请先在列表里选中这张表，再登记扫描件。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>表号</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Signed by hand on</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Ten days or month</source>
        <translation>旬或全月</translation>
    </message>
    <message>
        <source>The signed sheet is filed</source>
        <translation>签字的确认表已登记</translation>
    </message>
    <message>
        <source>Work-days now</source>
        <translation>现在的工日</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Workers and foreman sign their days on paper. A day changed afterwards marks the sheets that show it.</source>
        <translation>工人和班组长在纸上核对签字。签字以后改动过的天，会标出对应的那几张表。</translation>
    </message>
    <message>
        <source>attendance-{month}-{part}.pdf</source>
        <translation>考勤确认表-{month}-{part}.pdf</translation>
    </message>
    <message>
        <source>{count} sheets saved as {name}</source>
        <translation>{count} 张确认表已存为 {name}</translation>
    </message>
    <message>
        <source>{count} sheets, {signed} signed, {stale} no longer match</source>
        <translation>共 {count} 张，已签字 {signed} 张，须重签 {stale} 张</translation>
    </message>
</context>
<context>
    <name>ContractInspector</name>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>End …</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Make out a contract</source>
        <translation>填写合同</translation>
    </message>
    <message>
        <source>Not here yet. Drop the scans onto this page: the code finds whose.</source>
        <translation>还没有归档。把扫描件拖到本页，按二维码自动归到各人。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>查看签字件</translation>
    </message>
    <message>
        <source>Other contracts</source>
        <translation>其他合同</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>计薪</translation>
    </message>
    <message>
        <source>Pay day</source>
        <translation>发薪日</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>工作地点</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Probation</source>
        <translation>试用期</translation>
    </message>
    <message>
        <source>Record as signed …</source>
        <translation>登记签字…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续签</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>Signed paper</source>
        <translation>签字件</translation>
    </message>
    <message>
        <source>Take the signing back</source>
        <translation>撤回签字</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作内容</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>元/工日</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>元/小时</translation>
    </message>
    <message>
        <source>the {day}. of the month</source>
        <translation>当月 {day} 日</translation>
    </message>
    <message>
        <source>the {day}. of the next month</source>
        <translation>次月 {day} 日</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} 个月</translation>
    </message>
</context>
<context>
    <name>ContractPaperDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Contracts on paper</source>
        <translation>打印合同</translation>
    </message>
    <message>
        <source>Drawing contracts</source>
        <translation>正在排版合同</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存为 {name}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Two copies of each, a code on every page: the scans find their way back.</source>
        <translation>每人一式两份，每页有二维码；签字后扫描拖回合同页，自动归档。</translation>
    </message>
    <message>
        <source>contracts.pdf</source>
        <translation>劳动合同.pdf</translation>
    </message>
</context>
<context>
    <name>ContractWords</name>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>进场</translation>
    </message>
    <message>
        <source>Everyone here ({count})</source>
        <translation>在场全部（{count}）</translation>
    </message>
    <message>
        <source>Fixed term</source>
        <translation>固定期限</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Has run out</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Have left ({count})</source>
        <translation>已离场（{count}）</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>In force ({count})</source>
        <translation>有效（{count}）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Labour contract</source>
        <translation>劳动合同</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>No contract</source>
        <translation>没有合同</translation>
    </message>
    <message>
        <source>None for over a month</source>
        <translation>超过一个月无合同</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签字</translation>
    </message>
    <message>
        <source>Not signed ({count})</source>
        <translation>未签字（{count}）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>无固定期限</translation>
    </message>
    <message>
        <source>Over a month without ({count})</source>
        <translation>超过一个月（{count}）</translation>
    </message>
    <message>
        <source>Running out ({count})</source>
        <translation>即将到期（{count}）</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Runs out in {days} days</source>
        <translation>{days} 天后到期</translation>
    </message>
    <message>
        <source>Safety training</source>
        <translation>安全培训</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>任务完成</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Unsigned for over a month</source>
        <translation>超过一个月未签</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Until the task is done</source>
        <translation>以完成工作任务为期限</translation>
    </message>
    <message>
        <source>Without contract ({count})</source>
        <translation>没有合同（{count}）</translation>
    </message>
    <message>
        <source>Written agreement</source>
        <translation>用工书面协议</translation>
    </message>
</context>
<context>
    <name>ContractsPage</name>
    <message>
        <source>A contract or agreement, signed by both sides, before anyone comes to work.</source>
        <translation>先签劳动合同或者用工书面协议，再进场上岗。</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Entry gate</source>
        <translation>进场条件</translation>
    </message>
    <message>
        <source>Entry gate ({count})</source>
        <translation>进场条件（{count}）</translation>
    </message>
    <message>
        <source>File scans …</source>
        <translation>扫描件归档…</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>去名册</translation>
    </message>
    <message>
        <source>Make contracts out for everyone who has none: pay, pay day and work come from the roster and the project. Print them, have both sides sign, and drop the scans onto this page: the code on every page finds whose contract it is.

The entry gate lists who came to work without identity, contract or training.

Keys: Ctrl+P shows the paper, Enter opens a contract at the right, F2 edits it.</source>
        <translation>给没有合同的人成批填写：工资、发薪日、工种取自名册和项目。打印后双方签字，把扫描件拖到本页，每页的二维码会找到是谁的合同。

“进场条件”列出没有实名登记、没有合同或者没有培训就出勤的人。

按键：Ctrl+P 看纸面，回车在右侧打开一份合同，F2 修改。</translation>
    </message>
    <message>
        <source>Make out or renew …</source>
        <translation>填写或续签…</translation>
    </message>
    <message>
        <source>Make out {count} contracts …</source>
        <translation>填写 {count} 份合同…</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet. A contract needs somebody to sign it.</source>
        <translation>名册上还没有人。先导入名册，再填写合同。</translation>
    </message>
    <message>
        <source>Print {count} contracts …</source>
        <translation>打印 {count} 份合同…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Record as signed …</source>
        <translation>登记签字…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Renew {count} contracts …</source>
        <translation>续签 {count} 份合同…</translation>
    </message>
    <message>
        <source>Safety training …</source>
        <translation>安全培训…</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Scans of contracts</source>
        <translation>合同扫描件</translation>
    </message>
    <message>
        <source>Training, insurance</source>
        <translation>培训与保险</translation>
    </message>
    <message>
        <source>{here} here: {signed} in force, {unsigned} not signed, {none} without, {late} over a month without a written contract</source>
        <translation>在场 {here} 人：有效 {signed} 份，未签字 {unsigned} 份，没有合同 {none} 人；超过一个月没有书面合同 {late} 人</translation>
    </message>
</context>
<context>
    <name>CopiesTab</name>
    <message>
        <source>A copy from elsewhere …</source>
        <translation>别处的备份…</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>换文件夹…</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Checking the safe copy</source>
        <translation>检验备份</translation>
    </message>
    <message>
        <source>Copies go to</source>
        <translation>备份存放在</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Making a safe copy</source>
        <translation>做备份</translation>
    </message>
    <message>
        <source>No safe copy yet. One takes seconds; keep it on another disk.</source>
        <translation>还没有备份。做一份只要几秒，最好存到另一块盘。</translation>
    </message>
    <message>
        <source>Restore to a new folder …</source>
        <translation>恢复到新文件夹…</translation>
    </message>
    <message>
        <source>Restored to {folder}; these books here stay as they are</source>
        <translation>已恢复到 {folder}；这里的账册没有改动</translation>
    </message>
    <message>
        <source>Safe copies ({suffix})</source>
        <translation>备份（{suffix}）</translation>
    </message>
    <message>
        <source>Safe copies go to {folder} from now on</source>
        <translation>以后的备份存放在 {folder}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The safe copy is made and checked</source>
        <translation>备份已做好，并检验通过</translation>
    </message>
    <message>
        <source>{name} is whole; its journal has {count} entries in one chain</source>
        <translation>{name} 完好；日志 {count} 条，链条完整</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>Preparing the order</source>
        <translation>正在准备代发指令</translation>
    </message>
    <message>
        <source>Waiting for the bank</source>
        <translation>等待银行回复</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Report {number}; names and numbers are masked.</source>
        <translation>报告 {number}；姓名和号码已隐去。</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>The program made a mistake. What had not been saved by then was not saved; the books are unharmed. You can go on working. If it happens again, copy the report and hand it to whoever looks after Anxin.</source>
        <translation>程序自身出了差错。刚才那一步没有保存，账册没有受损，可以继续工作。如果再次出现，请复制报告，交给维护安薪的人。</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Drag the frame or its corners; arrows move it, + and - change its size</source>
        <translation>拖动方框或四角；方向键移动，+ 和 - 改大小</translation>
    </message>
    <message>
        <source>Part of the picture that is kept</source>
        <translation>照片中保留的部分</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Name, number or initials</source>
        <translation>姓名、号码或拼音首字母</translation>
    </message>
    <message>
        <source>Nothing matches this filter.</source>
        <translation>没有符合的内容，请换个词再找。</translation>
    </message>
    <message>
        <source>{shown} of {total} rows</source>
        <translation>{total} 行中的 {shown} 行</translation>
    </message>
    <message>
        <source>{total} rows</source>
        <translation>共 {total} 行</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
</context>
<context>
    <name>DayInspector</name>
    <message>
        <source>Approved extra hours</source>
        <translation>已批准的加班</translation>
    </message>
    <message>
        <source>Gate number {numbers}</source>
        <translation>考勤号 {numbers}</translation>
    </message>
    <message>
        <source>Its proof is kept in the books</source>
        <translation>证明材料已存入账册</translation>
    </message>
    <message>
        <source>Let the punches count again</source>
        <translation>恢复按打卡计算</translation>
    </message>
    <message>
        <source>No gate number</source>
        <translation>没有考勤号</translation>
    </message>
    <message>
        <source>None on this day</source>
        <translation>当天没有</translation>
    </message>
    <message>
        <source>None: only approved hours are paid.</source>
        <translation>没有。只有批准的加班才计发。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing was changed by hand.</source>
        <translation>没有人工修改。</translation>
    </message>
    <message>
        <source>Punches, Beijing time</source>
        <translation>打卡（北京时间）</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手工登记</translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Write …</source>
        <translation>写备注…</translation>
    </message>
    <message>
        <source>approved {minutes} minutes</source>
        <translation>批准加班 {minutes} 分钟</translation>
    </message>
    <message>
        <source>hand mark taken away</source>
        <translation>恢复按打卡计算</translation>
    </message>
    <message>
        <source>note taken away</source>
        <translation>去掉备注</translation>
    </message>
    <message>
        <source>note written</source>
        <translation>写了备注</translation>
    </message>
    <message>
        <source>set to {days} work-days</source>
        <translation>登记为 {days} 工日</translation>
    </message>
    <message>
        <source>{days} work-days</source>
        <translation>{days} 工日</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>Diff</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>These days will be set by hand, with the file&apos;s name as the reason.</source>
        <translation>这些天会记为手工改动，原因写文件名。</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>改为</translation>
    </message>
</context>
<context>
    <name>DisbursementPage</name>
    <message>
        <source>1. Make a batch of what is locked: for the bank, or as a list to upload.
2. A second person writes the total once more and approves; then it is sent.
3. Each payment says how it stands. Failed: the reason stands beside it; mend the card, then make a batch of the failed ones only.
4. Unknown: the bank has not answered. It is asked, and nothing is ever sent twice. The bank&apos;s receipt or result file closes what stays unknown.
Enter on a payment shows who made and approved it and what was tried.</source>
        <translation>1. 为已锁定的工资制作批次：交银行，或做成清单自己上传网银。
2. 另一人复核：再输一遍总额批准，然后发送。
3. 每一笔都写明状态。未成功的旁边写着原因：更换工资卡，再只为未成功的另做一批。
4. 未知：银行还没有答复。只查询，绝不重复发送；一直未知的，凭银行回单或结果文件登记。
在一行上按回车，看谁制单、谁复核、与银行的往来。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Approve …</source>
        <translation>复核…</translation>
    </message>
    <message>
        <source>Ask the bank</source>
        <translation>查询银行</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Batch {number} · {count} payments · {state}</source>
        <translation>第 {number} 批 · {count} 笔 · {state}</translation>
    </message>
    <message>
        <source>By receipt …</source>
        <translation>凭回单登记…</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>工资卡</translation>
    </message>
    <message>
        <source>Go to the wage sheets</source>
        <translation>去工资表</translation>
    </message>
    <message>
        <source>Locked sheets go to the bank: made, approved by a second person, sent once.</source>
        <translation>已锁定的工资表交银行代发：制单、另一人复核、只发送一次。</translation>
    </message>
    <message>
        <source>Make a batch …</source>
        <translation>制作批次…</translation>
    </message>
    <message>
        <source>Mend the card …</source>
        <translation>更换工资卡…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Only locked wage sheets are paid, and none of this month is locked.</source>
        <translation>只有锁定的工资表才能发放，本月还没有锁定的工资表。</translation>
    </message>
    <message>
        <source>Pay the failed again …</source>
        <translation>为未成功的另做一批…</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Read the result …</source>
        <translation>导入结果…</translation>
    </message>
    <message>
        <source>Save the list …</source>
        <translation>保存上传清单…</translation>
    </message>
    <message>
        <source>Send to the bank</source>
        <translation>提交银行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The bank has answered: {paid} of {count} paid</source>
        <translation>银行已回复：{count} 笔中已发放 {paid} 笔</translation>
    </message>
    <message>
        <source>There is no project yet.</source>
        <translation>还没有项目。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>{count} payments, {total} in all</source>
        <translation>共 {count} 笔，{total}</translation>
    </message>
    <message>
        <source>{sheets} sheets are locked: {count} payments, {total}.</source>
        <translation>已锁定 {sheets} 张工资表，{count} 笔待发放，共 {total}。</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>These rows were left out. Save them with their reasons, have them mended, and import that file.</source>
        <translation>这些行没有导入。可以连同原因另存成表格，改好后再导入那一份。</translation>
    </message>
    <message>
        <source>Written: {new} new, {changed} changed; {left} rows left out.</source>
        <translation>已写入：新增 {new} 人，变更 {changed} 人；{left} 行没有导入。</translation>
    </message>
</context>
<context>
    <name>DoubtDialog</name>
    <message>
        <source>Note and skip</source>
        <translation>记下并跳过</translation>
    </message>
    <message>
        <source>Note for this session</source>
        <translation>备注（仅本次使用）</translation>
    </message>
    <message>
        <source>What is the question?</source>
        <translation>有什么疑问？</translation>
    </message>
    <message>
        <source>e.g. the 12th is missing</source>
        <translation>例如：12 日少记一天</translation>
    </message>
    <message>
        <source>{name} is skipped and stays unsigned. Nothing is changed; look into it, then let him sign, or move him to a supplementary sheet.</source>
        <translation>先跳过 {name}，仍为未签字，不改动任何数字。核实后再请本人签字，或移到补充工资表。</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>By hand</source>
        <translation>留空手写</translation>
    </message>
    <message>
        <source>Cannot yet</source>
        <translation>缺资料</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Labour contract</source>
        <translation>劳动合同</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺什么</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>Written agreement</source>
        <translation>用工书面协议</translation>
    </message>
</context>
<context>
    <name>DuePictures</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Delete all of them</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Delete all {count}</source>
        <translation>全部删除（{count} 张）</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>No picture is due today.</source>
        <translation>今天没有到期的照片。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Pictures to be deleted</source>
        <translation>到期应删除的照片</translation>
    </message>
    <message>
        <source>Their last day has come. With the last picture of a person his key is destroyed too, and nobody can bring them back.</source>
        <translation>这些照片已经到期。一个人的最后一张照片删除时，他的密钥一并销毁，任何人都无法恢复。</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Amount (yuan)</source>
        <translation>单价（元）</translation>
    </message>
    <message>
        <source>Contract {number} of {name}</source>
        <translation>{name} 的合同 {number}</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Month of the pay day</source>
        <translation>发薪月份</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Pay day</source>
        <translation>发薪日</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>工作地点</translation>
    </message>
    <message>
        <source>Probation (months)</source>
        <translation>试用期（月）</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与本人关系</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Until (fixed term only)</source>
        <translation>终止日期（固定期限）</translation>
    </message>
    <message>
        <source>What was printed before no longer counts: print it again.</source>
        <translation>修改以后，以前打印的文本不再有效，请重新打印。</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作内容</translation>
    </message>
    <message>
        <source>of the next month</source>
        <translation>次月</translation>
    </message>
    <message>
        <source>of the same month</source>
        <translation>当月</translation>
    </message>
</context>
<context>
    <name>EditWorker</name>
    <message>
        <source>Amount (yuan)</source>
        <translation>单价（元）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Device number</source>
        <translation>考勤号</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>修改{name}</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>进场日期</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>离场日期</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>自这天起执行</translation>
    </message>
    <message>
        <source>Kind of pay</source>
        <translation>计薪方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On this site</source>
        <translation>在本项目</translation>
    </message>
    <message>
        <source>Pay standard</source>
        <translation>计薪标准</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>by the day</source>
        <translation>计日</translation>
    </message>
    <message>
        <source>by the hour</source>
        <translation>计时</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End a contract</source>
        <translation>解除合同</translation>
    </message>
    <message>
        <source>Last day of the contract</source>
        <translation>合同最后一天</translation>
    </message>
    <message>
        <source>Record the end</source>
        <translation>登记解除</translation>
    </message>
    <message>
        <source>{name}: the contract was ended before its time. All wages are paid at once and the exit settlement is signed; the exit itself is recorded on the roster.</source>
        <translation>{name} 的合同提前解除。应当一次付清全部工资，签退场结算单；离场在名册页办理。</translation>
    </message>
</context>
<context>
    <name>EnterDialog</name>
    <message>
        <source>Amount (yuan)</source>
        <translation>单价（元）</translation>
    </message>
    <message>
        <source>Bank and branch</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>CNAPS number</source>
        <translation>联行号</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>工资卡号</translation>
    </message>
    <message>
        <source>Device number</source>
        <translation>考勤号</translation>
    </message>
    <message>
        <source>Enter a worker</source>
        <translation>办理进场</translation>
    </message>
    <message>
        <source>First day on site</source>
        <translation>进场日期</translation>
    </message>
    <message>
        <source>Kind of pay</source>
        <translation>计薪方式</translation>
    </message>
    <message>
        <source>Let enter</source>
        <translation>办理进场</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>The office knows {name} already; he enters on {day}.</source>
        <translation>账册里已有 {name}，{day} 进入本项目。</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>What he is paid, and on which card</source>
        <translation>工资</translation>
    </message>
    <message>
        <source>Where he works</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>by the day</source>
        <translation>计日</translation>
    </message>
    <message>
        <source>by the hour</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>{name} is new to the office and enters on {day}.</source>
        <translation>{name} 是新工人，{day} 进场。</translation>
    </message>
</context>
<context>
    <name>ErasePicture</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete for good?</source>
        <translation>永久删除？</translation>
    </message>
    <message>
        <source>{what} of {name}. With the last picture of a person his key is destroyed: nobody can bring it back. Safe copies made before still hold it until they are thinned.</source>
        <translation>{name} 的{what}。一个人的最后一张照片删除时，他的密钥一并销毁，任何人都无法恢复。以前做的备份里还有，直到备份按期清理。</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Drop the roster here: xlsx, xls, ods, csv or a web table, with any heading. Nothing is written before you accept it.</source>
        <translation>把名册拖到这里：xlsx、xls、ods、csv 或网页表格，表头怎么写都行。确认之前什么也不会写入。</translation>
    </message>
    <message>
        <source>How his columns are named is remembered for next time.</source>
        <translation>记住这家的列名，下次自动对上。</translation>
    </message>
    <message>
        <source>Who sends this table?</source>
        <translation>这份表是谁给的？</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可以不填</translation>
    </message>
</context>
<context>
    <name>FillDialog</name>
    <message>
        <source>; {held} lack what no hand can add</source>
        <translation>；{held} 人缺少必须先补的资料</translation>
    </message>
    <message>
        <source>By age: agreement after retirement</source>
        <translation>按年龄（已到退休年龄的签协议）</translation>
    </message>
    <message>
        <source>Everyone on the site has a contract already.</source>
        <translation>在场人员都已经有合同。</translation>
    </message>
    <message>
        <source>From (empty: each one&apos;s entry)</source>
        <translation>起始日期（空着：各人进场日期）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Make out contracts</source>
        <translation>填写合同</translation>
    </message>
    <message>
        <source>Make out {count} contracts</source>
        <translation>填写 {count} 份合同</translation>
    </message>
    <message>
        <source>Pay, pay day, work and place come from the roster and the project. What is missing is listed here before anything is written.</source>
        <translation>工资、发薪日、工种和地点取自名册和项目。缺什么先列在这里，确认以前不写入账册。</translation>
    </message>
    <message>
        <source>Place (empty: the project&apos;s address)</source>
        <translation>工作地点（空着：项目地址）</translation>
    </message>
    <message>
        <source>Probation (months)</source>
        <translation>试用期（月）</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Until (fixed term only)</source>
        <translation>终止日期（固定期限）</translation>
    </message>
    <message>
        <source>{company}: {missing} will be an empty line on the print</source>
        <translation>{company}：账册里没有{missing}，打印时留空，手写或者先在项目里补上</translation>
    </message>
    <message>
        <source>{ready} can be made out</source>
        <translation>可以填写 {ready} 份</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Exceptions …</source>
        <translation>异常…</translation>
    </message>
    <message>
        <source>Name, initials or team</source>
        <translation>姓名、首字母或班组</translation>
    </message>
    <message>
        <source>Next (F4)</source>
        <translation>下一个（F4）</translation>
    </message>
    <message>
        <source>No exceptions</source>
        <translation>没有异常</translation>
    </message>
    <message>
        <source>Only single punches</source>
        <translation>只看单次打卡</translation>
    </message>
    <message>
        <source>{count} exceptions</source>
        <translation>异常 {count} 条</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Esc back</source>
        <translation>Esc 退回</translation>
    </message>
    <message>
        <source>Find a worker</source>
        <translation>查找工人</translation>
    </message>
    <message>
        <source>Finds everybody of this office, on site or not: by a part of the name, its pinyin initials, a part of the phone number, or the last four digits of an identity or card number.</source>
        <translation>可查本办公室所有项目的人，在场的、离场的都查得到。输入姓名的一部分、拼音首字母、手机号的一段，或证件号、银行卡号的末四位。</translation>
    </message>
    <message>
        <source>Has entered no project</source>
        <translation>未进过场</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离场</translation>
    </message>
    <message>
        <source>Name, pinyin initials, end of an identity or card number, phone</source>
        <translation>姓名、拼音首字母、证件或卡号末几位、手机号</translation>
    </message>
    <message>
        <source>Nobody of this office matches “{text}”.</source>
        <translation>本办公室没有与“{text}”相符的人。</translation>
    </message>
    <message>
        <source>Numbers need three digits of a phone, or the last four of an identity or card number.</source>
        <translation>按号码查找时，手机号至少输入三位，证件号、卡号输入末四位。</translation>
    </message>
    <message>
        <source>The first {count} are shown; type more to narrow them down.</source>
        <translation>只列出前 {count} 人，多输几个字可缩小范围。</translation>
    </message>
    <message>
        <source>Workers found</source>
        <translation>查到的工人</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens him on the roster · Esc back</source>
        <translation>↑ ↓ 选择 · 回车在名册中打开 · Esc 退回</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>{count} × {cause}</source>
        <translation>{count} 处：{cause}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 条</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>{count} × {cause}</source>
        <translation>{count} 处：{cause}</translation>
    </message>
</context>
<context>
    <name>FirstProject</name>
    <message>
        <source>Counted in</source>
        <translation>发薪月份</translation>
    </message>
    <message>
        <source>General contractor (full name)</source>
        <translation>施工总承包单位（全称）</translation>
    </message>
    <message>
        <source>Labour officer</source>
        <translation>劳资专管员</translation>
    </message>
    <message>
        <source>Owner (full name)</source>
        <translation>建设单位（全称）</translation>
    </message>
    <message>
        <source>Pay day (1 to 31)</source>
        <translation>发薪日（1 到 31）</translation>
    </message>
    <message>
        <source>Phone of the labour officer</source>
        <translation>劳资专管员电话</translation>
    </message>
    <message>
        <source>Project name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Subcontractor (full name)</source>
        <translation>分包单位（全称）</translation>
    </message>
    <message>
        <source>of the next month</source>
        <translation>次月</translation>
    </message>
    <message>
        <source>of the same month</source>
        <translation>当月</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>1. Import the roster from a workbook.</source>
        <translation>1. 从表格导入名册。</translation>
    </message>
    <message>
        <source>2. Import the attendance from the gate.</source>
        <translation>2. 导入闸机的考勤。</translation>
    </message>
    <message>
        <source>3. Prepare the wage sheet, let the workers sign, lock it, and pay.</source>
        <translation>3. 编制工资表，请工人签字，锁定，提交代发。</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>设一个口令</translation>
    </message>
    <message>
        <source>Anxin: your office on this computer</source>
        <translation>安薪 · 建立您的账册</translation>
    </message>
    <message>
        <source>At least eight characters are needed.</source>
        <translation>至少要八个字符。</translation>
    </message>
    <message>
        <source>Easy to guess: make it longer.</source>
        <translation>容易猜到，请再长一些。</translation>
    </message>
    <message>
        <source>Everything the file says is kept; it can be changed later.</source>
        <translation>文件里的内容会全部保存，以后可以在“项目”页修改。</translation>
    </message>
    <message>
        <source>Fair. One more word makes it strong.</source>
        <translation>尚可，再加一个词就很牢靠。</translation>
    </message>
    <message>
        <source>Folder of the office</source>
        <translation>账册文件夹</translation>
    </message>
    <message>
        <source>Invented workers and a whole month on the books, to look around first.</source>
        <translation>虚构的工人和整整一个月的账，先随便看看。</translation>
    </message>
    <message>
        <source>It opens the books when the passphrase is lost. It is shown only now.</source>
        <translation>忘了口令时，用它打开账册。只显示这一次。</translation>
    </message>
    <message>
        <source>It opens the books. Four or five words you like are better than a riddle.</source>
        <translation>用它打开账册。四五个自己喜欢的词，比一串难记的符号更好。</translation>
    </message>
    <message>
        <source>Keep the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再填</translation>
    </message>
    <message>
        <source>Make the books</source>
        <translation>建立账册</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Only the name is needed now; the rest can wait for the project page.</source>
        <translation>现在只需填项目名称，其余可以以后在“项目”页补全。</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>打开账册</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>准备好了</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>很牢靠。</translation>
    </message>
    <message>
        <source>The books are encrypted and stay in this folder; nothing leaves it.</source>
        <translation>账册加密存放在这个文件夹里，不会传到别处。</translation>
    </message>
    <message>
        <source>The home page shows what comes next, step by step.</source>
        <translation>首页会一步一步告诉您接下来做什么。</translation>
    </message>
    <message>
        <source>The notice board has everything it needs.</source>
        <translation>维权告示牌的内容已经齐全。</translation>
    </message>
    <message>
        <source>The notice board still needs {count} facts, on the project page:</source>
        <translation>维权告示牌还缺 {count} 项，请到“项目”页补全：</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入还不一样。</translation>
    </message>
    <message>
        <source>Try the filled sample office</source>
        <translation>先试用填好的演练账册</translation>
    </message>
    <message>
        <source>Welcome to Anxin</source>
        <translation>欢迎使用安薪</translation>
    </message>
    <message>
        <source>Where safe copies go</source>
        <translation>备份放在哪里（可不填）</translation>
    </message>
    <message>
        <source>Your first project</source>
        <translation>第一个项目</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>empty: beside the books; another disk or a memory stick is safer</source>
        <translation>不填就放在账册旁边；放到另一块硬盘或 U 盘更安全</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose …</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>FontsTab</name>
    <message>
        <source>A character is looked for from top to bottom. Where a name has one that none of them draws, no paper is printed, and the character is named.</source>
        <translation>每个字从上到下逐个字体去找。名字里有一个字都找不到时，不打印，并说出是哪个字。</translation>
    </message>
    <message>
        <source>Another font …</source>
        <translation>另选字体…</translation>
    </message>
    <message>
        <source>Beyond the basic plane</source>
        <translation>扩展 B 区以后</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Checking the font</source>
        <translation>检查字体</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Fonts (*.ttf *.ttc)</source>
        <translation>字体 (*.ttf *.ttc)</translation>
    </message>
    <message>
        <source>Reading the fonts</source>
        <translation>正在读字体</translation>
    </message>
    <message>
        <source>The office&apos;s font is left out; the system&apos;s stay</source>
        <translation>不再用办公室自己的字体，系统自带的照用</translation>
    </message>
    <message>
        <source>Try a name</source>
        <translation>试一个名字</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>不用它</translation>
    </message>
    <message>
        <source>{font} draws rare characters from now on, on paper and on the screen</source>
        <translation>从现在起，纸上和屏幕上的生僻字都用 {font}</translation>
    </message>
    <message>
        <source>■ No font draws {characters}: a paper with it would not be printed</source>
        <translation>■ 没有字体能画出 {characters}：带这个字的纸打印不了</translation>
    </message>
    <message>
        <source>✓ Every character can be printed</source>
        <translation>✓ 每个字都能打印</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>{count} lines not readable …</source>
        <translation>{count} 行读不出…</translation>
    </message>
    <message>
        <source>{count} punches count as soon as the numbers have workers.</source>
        <translation>{count} 次打卡，指定人员后自动计入。</translation>
    </message>
    <message>
        <source>{numbers} gate numbers unknown …</source>
        <translation>{numbers} 个考勤号未登记…</translation>
    </message>
</context>
<context>
    <name>GateTab</name>
    <message>
        <source>Nobody has come to work in this month yet.</source>
        <translation>本月还没有人出勤。</translation>
    </message>
    <message>
        <source>{worked} worked; before their first day {identity} were not registered, {contract} had no contract, {training} no safety training</source>
        <translation>本月出勤 {worked} 人；出勤以前没有实名登记 {identity} 人，没有合同或协议 {contract} 人，没有安全培训 {training} 人</translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message>
        <source>Contract or agreement</source>
        <translation>合同或协议</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日出勤</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>实名登记</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Only from {day}</source>
        <translation>{day} 才有</translation>
    </message>
    <message>
        <source>Safety training</source>
        <translation>安全培训</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
</context>
<context>
    <name>GivePassphrase</name>
    <message>
        <source>A passphrase for {name}</source>
        <translation>为 {name} 设本人口令</translation>
    </message>
    <message>
        <source>At least eight characters are needed.</source>
        <translation>至少要八个字。</translation>
    </message>
    <message>
        <source>Change the passphrase of {name}</source>
        <translation>更换 {name} 的本人口令</translation>
    </message>
    <message>
        <source>Easy to guess: make it longer.</source>
        <translation>容易被猜到，请再长一些。</translation>
    </message>
    <message>
        <source>Fair. One more word makes it strong.</source>
        <translation>还可以，再加一个词就很牢靠。</translation>
    </message>
    <message>
        <source>It opens the books, and it is asked when this person takes over or approves a payment. Let the person type it, alone.</source>
        <translation>用它可以打开账册；换成本人使用或复核代发时要输入它。请让本人自己输入，旁人回避。</translation>
    </message>
    <message>
        <source>Keep this passphrase</source>
        <translation>启用这个口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Present passphrase (if forgotten: the recovery code)</source>
        <translation>现在的口令（忘了就填恢复码）</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>很牢靠。</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入还不一样。</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>The note is kept</source>
        <translation>备注已保存</translation>
    </message>
    <message>
        <source>The pasted block says what the grid says already; nothing to write.</source>
        <translation>粘贴的内容和表里一样，没有要写的。</translation>
    </message>
    <message>
        <source>Type √, △, ×, 0, 0.25, 0.5, 0.75, 1, or hours such as 6 or 7.5.</source>
        <translation>请填 √、△、×、0、0.25、0.5、0.75、1，或者小时数，例如 6、7.5。</translation>
    </message>
    <message>
        <source>{count} days set by hand</source>
        <translation>已人工登记 {count} 天</translation>
    </message>
    <message>
        <source>“{text}” is no sign and no number of days or hours; nothing was changed.</source>
        <translation>“{text}”不是符号，也不是工日或小时数，没有改动。</translation>
    </message>
</context>
<context>
    <name>HolidaysTab</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>放假调休</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>No rows for this year yet. Enter them from the State Council&apos;s notice.</source>
        <translation>这一年还没有内容。请照国务院办公厅的通知录入。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Statutory holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>The notice of this year is entered in full</source>
        <translation>本年度放假通知已录全</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Worked weekend</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>{count} statutory holidays in {year}</source>
        <translation>{year} 年法定节假日 {count} 天</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>A copy takes seconds; keep it on another disk.</source>
        <translation>做一份只要几秒，最好存到另一块盘。</translation>
    </message>
    <message>
        <source>Ask the team, then set the day by hand with a reason.</source>
        <translation>向班组核实后，写明原因，人工改这一天。</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>考勤</translation>
    </message>
    <message>
        <source>Audit and lock the wage sheet</source>
        <translation>审核并锁定工资表</translation>
    </message>
    <message>
        <source>Bring the workers onto the books</source>
        <translation>把工人录入账册</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Everybody has signed. After locking the figures stay as they are.</source>
        <translation>都已签字。锁定以后，金额不再变动。</translation>
    </message>
    <message>
        <source>Everybody on it has signed. It is paid after it is locked.</source>
        <translation>补充工资表上的人都签了，锁定后即可发放。</translation>
    </message>
    <message>
        <source>Export the punches from the gate, then choose the file.</source>
        <translation>从闸机导出打卡记录，再选择文件。</translation>
    </message>
    <message>
        <source>From the second month on wages are due twice (labour contract law 82).</source>
        <translation>自满一个月的次日起应当每月支付二倍工资（劳动合同法第八十二条）。</translation>
    </message>
    <message>
        <source>Go to attendance</source>
        <translation>去考勤</translation>
    </message>
    <message>
        <source>Go to paying</source>
        <translation>去发放</translation>
    </message>
    <message>
        <source>Go to signing</source>
        <translation>去签字</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>去名册</translation>
    </message>
    <message>
        <source>Go to wages</source>
        <translation>去工资</translation>
    </message>
    <message>
        <source>Import the attendance</source>
        <translation>导入考勤</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Let the rest sign the supplementary sheet</source>
        <translation>补充工资表：请其余的人签字</translation>
    </message>
    <message>
        <source>Let the workers sign</source>
        <translation>请工人签字</translation>
    </message>
    <message>
        <source>Lock the supplementary sheet</source>
        <translation>锁定补充工资表</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Look through the month grid first, then let the sheet be prepared.</source>
        <translation>先看一遍考勤月表，再编制工资表。</translation>
    </message>
    <message>
        <source>Mend the cards, then pay only these people again.</source>
        <translation>改好卡号，只为这些人补发。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No pay day is agreed for this project</source>
        <translation>这个项目还没有约定发薪日</translation>
    </message>
    <message>
        <source>No worker belongs to this month yet. The roster comes from a workbook.</source>
        <translation>本月还没有工人。名册从表格导入。</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>已全部发放</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Prepare the wage sheet</source>
        <translation>编制工资表</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>See what the bank has answered</source>
        <translation>查看银行的答复</translation>
    </message>
    <message>
        <source>See who it is; each line leads to the worker on the roster.</source>
        <translation>看看是谁；点一行就到名册里的这个人。</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Some lines are not paid yet. Mend the cards and pay them again.</source>
        <translation>还有人没有发到。改好卡号后补发。</translation>
    </message>
    <message>
        <source>Submit the wages to the bank</source>
        <translation>提交银行代发</translation>
    </message>
    <message>
        <source>The holiday table of {year} is not final yet</source>
        <translation>{year} 年放假安排尚未录全</translation>
    </message>
    <message>
        <source>The last safe copy is {days} days old</source>
        <translation>最近一次备份是 {days} 天前</translation>
    </message>
    <message>
        <source>The main sheets are locked. {count} people on the supplementary sheet have not signed yet.</source>
        <translation>其余工资表已经锁定；补充工资表上还有 {count} 人没有签字。</translation>
    </message>
    <message>
        <source>The pay date may move when the year&apos;s notice is published.</source>
        <translation>放假通知公布后，最迟发薪日可能变动。</translation>
    </message>
    <message>
        <source>The sheet is locked: {money} wait to be paid.</source>
        <translation>工资表已锁定，{money}等待发放。</translation>
    </message>
    <message>
        <source>Their punches are kept; tell which worker each number means.</source>
        <translation>打卡已保留，请指明每个考勤号是谁。</translation>
    </message>
    <message>
        <source>There is no safe copy of the books yet</source>
        <translation>账册还没有备份</translation>
    </message>
    <message>
        <source>These books come from a safe copy: ask the bank before sending</source>
        <translation>账册是从备份恢复的：提交前先向银行查询</translation>
    </message>
    <message>
        <source>They are never sent again before the bank has answered.</source>
        <translation>银行答复之前，不会再次发送。</translation>
    </message>
    <message>
        <source>They stand on a supplementary sheet; the main sheets are locked.</source>
        <translation>他们在补充工资表上，其余工资表已经锁定。</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>提交银行</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Under way: next</source>
        <translation>进行中 · 下一步</translation>
    </message>
    <message>
        <source>Wage sheet</source>
        <translation>工资表</translation>
    </message>
    <message>
        <source>What was sent after the copy was made is not on these books.</source>
        <translation>备份之后发送过的内容不在这本账册里。</translation>
    </message>
    <message>
        <source>Whoever cannot sign is moved to a supplementary sheet with a reason.</source>
        <translation>签不了的人，写明原因移到补充工资表。</translation>
    </message>
    <message>
        <source>Work given to a person, or handed on by a subcontractor.</source>
        <translation>把工程交给了个人，或者分包单位再分包。</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未编制</translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation>今天是最后一天</translation>
    </message>
    <message>
        <source>{count} contracts break the law</source>
        <translation>{count} 份工程合同违反法律规定</translation>
    </message>
    <message>
        <source>{count} contracts run out within 30 days</source>
        <translation>{count} 份合同 30 天内到期</translation>
    </message>
    <message>
        <source>{count} contracts wait for their signatures</source>
        <translation>{count} 份合同等待签字</translation>
    </message>
    <message>
        <source>{count} days with a single punch count as 0 work-days</source>
        <translation>{count} 天只有一次打卡，按 0 工日计</translation>
    </message>
    <message>
        <source>{count} device numbers belong to nobody</source>
        <translation>{count} 个考勤号没有登记到工人</translation>
    </message>
    <message>
        <source>{count} lines of the gate export could not be read</source>
        <translation>考勤文件有 {count} 行读不出</translation>
    </message>
    <message>
        <source>{count} payments are unknown: the bank is being asked</source>
        <translation>{count} 笔结果未知，正在向银行查询</translation>
    </message>
    <message>
        <source>{count} payments failed or were returned</source>
        <translation>{count} 笔没有发成或被退回</translation>
    </message>
    <message>
        <source>{count} people are on a blacklist</source>
        <translation>{count} 人在黑名单上</translation>
    </message>
    <message>
        <source>{count} people are outside a rule of age</source>
        <translation>{count} 人不符合年龄规定</translation>
    </message>
    <message>
        <source>{count} people have not signed</source>
        <translation>{count} 人还没有签字</translation>
    </message>
    <message>
        <source>{count} people have not signed their line yet.</source>
        <translation>还有 {count} 人没有签字。</translation>
    </message>
    <message>
        <source>{count} people have worked over a month without a written contract</source>
        <translation>{count} 人用工超过一个月没有书面合同</translation>
    </message>
    <message>
        <source>{count} people reach a limit of age within 30 days</source>
        <translation>30 天内有 {count} 人到规定年龄</translation>
    </message>
    <message>
        <source>{count} punches</source>
        <translation>{count} 次打卡</translation>
    </message>
    <message>
        <source>{count} workers</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>已过 {days} 天</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>还有 {days} 天</translation>
    </message>
    <message>
        <source>{done} of {total} people</source>
        <translation>{done} / {total} 人</translation>
    </message>
    <message>
        <source>{done} of {total} sheets</source>
        <translation>{done} / {total} 张</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>Approve extra hours</source>
        <translation>加班审批</translation>
    </message>
    <message>
        <source>Approve {count} rows</source>
        <translation>批准 {count} 条</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name, initials, day or kind</source>
        <translation>姓名、首字母、日期或类别</translation>
    </message>
    <message>
        <source>Punches propose, a person approves: only approved hours are paid. Space ticks the selected rows; minutes are changed by double click or F2.</source>
        <translation>打卡只作提议，由人批准：只有批准的加班才计发。空格勾选所选行，双击或按 F2 改分钟数。</translation>
    </message>
    <message>
        <source>Tick all that are shown</source>
        <translation>全选所显示的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>{ticked} of {count} ticked, {span} in all</source>
        <translation>已选 {ticked} / {count} 条，合计 {span}</translation>
    </message>
</context>
<context>
    <name>IdCopies</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copies of identity cards</source>
        <translation>身份证复印件</translation>
    </message>
    <message>
        <source>Drawing the copies</source>
        <translation>排版复印件</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Two to a page, life size; what they may be used for is written across.</source>
        <translation>一页两人，原大；用途写在图上，裁不掉。</translation>
    </message>
    <message>
        <source>id-copies.pdf</source>
        <translation>身份证复印件.pdf</translation>
    </message>
</context>
<context>
    <name>IdentityPart</name>
    <message>
        <source>Captured by: {how}</source>
        <translation>录入方式：{how}</translation>
    </message>
    <message>
        <source>Lay the card on the reader, or type what it says.</source>
        <translation>请读身份证，或者照着证件录入。</translation>
    </message>
    <message>
        <source>Read from the card just now.</source>
        <translation>刚刚由读卡器读入。</translation>
    </message>
    <message>
        <source>Read the card …</source>
        <translation>读身份证…</translation>
    </message>
</context>
<context>
    <name>ImportAttendance</name>
    <message>
        <source>A new name makes a new gate; it remembers how its files are read.</source>
        <translation>写一个新名称就是新闸机；它会记住自己的文件怎么读。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>确认导入</translation>
    </message>
    <message>
        <source>Accept {count} new punches</source>
        <translation>确认导入 {count} 条新打卡</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Drop the gate&apos;s export here: attlog.dat, an access list, a daily report, a month sheet or any other table. Nothing is written yet.</source>
        <translation>把闸机导出的文件拖到这里。
attlog.dat、进出记录、每日统计、月考勤表、其他表格都可以；这一步什么都不写入。</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>闸机</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Import attendance</source>
        <translation>导入考勤</translation>
    </message>
    <message>
        <source>Importing punches</source>
        <translation>正在导入考勤</translation>
    </message>
    <message>
        <source>It is a table: say what its columns are</source>
        <translation>这是一份表格，我来指定各列…</translation>
    </message>
    <message>
        <source>Looking at the table</source>
        <translation>查看表格</translation>
    </message>
    <message>
        <source>Reading punches</source>
        <translation>正在读取考勤</translation>
    </message>
    <message>
        <source>Set {count} days</source>
        <translation>改动 {count} 天</translation>
    </message>
    <message>
        <source>found by the file&apos;s format</source>
        <translation>按文件格式自动归入</translation>
    </message>
</context>
<context>
    <name>ImportRoster</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept {new} new, {changed} changed</source>
        <translation>导入：新增 {new} 人，变更 {changed} 人</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking the roster</source>
        <translation>核对名册</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything in this file is on the books already.</source>
        <translation>这份表里的内容账册里都已经有了。</translation>
    </message>
    <message>
        <source>Given to several columns: {columns}</source>
        <translation>有几列都选成了：{columns}</translation>
    </message>
    <message>
        <source>Go on mending</source>
        <translation>继续改</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入名册</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Only the {count} good rows</source>
        <translation>只导没有问题的 {count} 行</translation>
    </message>
    <message>
        <source>Rows to be mended.xlsx</source>
        <translation>待改正的行.xlsx</translation>
    </message>
    <message>
        <source>Save these rows …</source>
        <translation>另存这些行…</translation>
    </message>
    <message>
        <source>Still to be said: {columns}</source>
        <translation>还没有说明：{columns}</translation>
    </message>
    <message>
        <source>This very file was imported on {day} already.</source>
        <translation>同一份文件 {day} 已经导入过。</translation>
    </message>
    <message>
        <source>Throw away what was mended?</source>
        <translation>不要已经改好的内容了吗？</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Writing the roster</source>
        <translation>写入名册</translation>
    </message>
    <message>
        <source>{cells} cells were mended and {rows} rows left out here. None of it is written yet; without this it has to be done again.</source>
        <translation>这里已经改了 {cells} 格，先不导 {rows} 行，都还没有写入账册；现在不要了，以后要重新改一遍。</translation>
    </message>
</context>
<context>
    <name>ImportingPage</name>
    <message>
        <source>Days, wages or payments refer to them.</source>
        <translation>他们已有考勤、工资或发放记录。</translation>
    </message>
    <message>
        <source>Roster imported: {new} new, {changed} changed</source>
        <translation>名册已导入：新增 {new} 人，变更 {changed} 人</translation>
    </message>
    <message>
        <source>Rows to be mended.xlsx</source>
        <translation>待改正的行.xlsx</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>The import is taken back, but {count} workers stay: {names}</source>
        <translation>导入已撤销，但有 {count} 人保留：{names}</translation>
    </message>
    <message>
        <source>The import is taken back.</source>
        <translation>导入已撤销。</translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>闸机</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>No attendance has been imported yet.</source>
        <translation>还没有导入过考勤。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Taking one back removes its punches; days set by hand stay.</source>
        <translation>撤回一次导入会去掉它带来的打卡；手工登记的日子保留。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>ImportsPanel</name>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>No roster has been imported yet.</source>
        <translation>还没有导入过名册。</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>taken back {when}</source>
        <translation>已于 {when} 撤销</translation>
    </message>
    <message>
        <source>{count} rows were left out: save them …</source>
        <translation>有 {count} 行没有导入：另存…</translation>
    </message>
    <message>
        <source>{rows} rows, {new} new, {changed} changed</source>
        <translation>{rows} 行，新增 {new}，变更 {changed}</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>InsuranceDialog</name>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>参保机构</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Premium (yuan)</source>
        <translation>保费（元）</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Record a proof of insurance</source>
        <translation>登记参保证明</translation>
    </message>
    <message>
        <source>The proof: PDF, PNG or JPEG</source>
        <translation>参保证明：PDF、PNG 或 JPEG</translation>
    </message>
    <message>
        <source>Until (empty: completion)</source>
        <translation>终止日期（空着：至完工）</translation>
    </message>
</context>
<context>
    <name>JobTray</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>JournalTab</name>
    <message>
        <source>All {count} entries are in their place, and none was changed</source>
        <translation>共 {count} 条，一条不少，没有被改动</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>检验链条</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>With</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>LastDay</name>
    <message>
        <source>Day of deletion</source>
        <translation>删除日期</translation>
    </message>
    <message>
        <source>Keep until then</source>
        <translation>保存到这一天</translation>
    </message>
    <message>
        <source>Usually three years after the later of today and the project&apos;s finish.</source>
        <translation>一般是今天与项目竣工两者中较晚的一天之后三年。</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Dismissed</source>
        <translation>清退</translation>
    </message>
    <message>
        <source>Gone home</source>
        <translation>回家</translation>
    </message>
    <message>
        <source>Head count ({count} are marked)</source>
        <translation>点清的人数（已选 {count} 人）</translation>
    </message>
    <message>
        <source>Last day on site</source>
        <translation>最后在场的一天</translation>
    </message>
    <message>
        <source>Let leave</source>
        <translation>办理离场</translation>
    </message>
    <message>
        <source>Let {names} leave</source>
        <translation>办理离场：{names}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>离场原因（可直接填写）</translation>
    </message>
    <message>
        <source>Resigned</source>
        <translation>辞工</translation>
    </message>
    <message>
        <source>To another project</source>
        <translation>调往其他项目</translation>
    </message>
    <message>
        <source>Whole teams leave by their head count: count them, then write it here.</source>
        <translation>多人离场要核对人数：请点清后填写，人数对上才能办理。</translation>
    </message>
    <message>
        <source>Work finished</source>
        <translation>完工</translation>
    </message>
    <message>
        <source>{count} people leave; {day} is their last day on site.</source>
        <translation>{count} 人离场，{day} 是最后一天。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>1 day</source>
        <translation>1 工日</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工登记</translation>
    </message>
    <message>
        <source>half</source>
        <translation>半天</translation>
    </message>
    <message>
        <source>hours approved</source>
        <translation>已批加班</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>single punch</source>
        <translation>单次打卡</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Audit and lock</source>
        <translation>审核并锁定</translation>
    </message>
    <message>
        <source>Go to signing</source>
        <translation>去签字</translation>
    </message>
    <message>
        <source>Lock the wage sheets</source>
        <translation>锁定工资表</translation>
    </message>
    <message>
        <source>Net in all: {total}</source>
        <translation>实发合计：{total}</translation>
    </message>
    <message>
        <source>Your audit and the lock are two entries in the journal. A locked sheet is never changed again; only locked sheets are paid.</source>
        <translation>审核和锁定各记一笔日志。锁定后的工资表不再改动，只有锁定的才能发放。</translation>
    </message>
    <message>
        <source>{count} workers</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{sheet} cannot be locked: {count} not signed ({names}). Let them sign, or move them to a supplementary sheet with a reason.</source>
        <translation>{sheet} 还不能锁定：{count} 人未签字（{names}）。请先签字，或写明原因移到补充工资表。</translation>
    </message>
    <message>
        <source>{sheet} stays open: {count} not signed ({names}).</source>
        <translation>{sheet} 暂不锁定：{count} 人未签字（{names}）。</translation>
    </message>
</context>
<context>
    <name>LookTab</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Pages already open take on another size when Anxin is started anew.</source>
        <translation>已打开的页面要重新启动安薪才会换大小。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Anxin</source>
        <translation>安薪</translation>
    </message>
    <message>
        <source>Ctrl+1 … 9 pages · Ctrl+K find a worker · Ctrl+F find on this page · Ctrl+P preview · Ctrl+Z undo · Tab and Enter instead of the mouse · Esc back</source>
        <translation>处处可用：Ctrl+1 … 9 换页 · Ctrl+K 查找工人 · Ctrl+F 本页查找 · Ctrl+P 预览 · Ctrl+Z 撤销 · Tab 和回车代替鼠标 · Esc 退回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} is working here · F1 explains this page</source>
        <translation>{name} 正在使用 · 按 F1 看本页说明</translation>
    </message>
</context>
<context>
    <name>MakeDialog</name>
    <message>
        <source>A bank on this machine, by its address</source>
        <translation>本机上的银行接口（填地址）</translation>
    </message>
    <message>
        <source>A list to upload by hand (xlsx in ICBC&apos;s public layout)</source>
        <translation>制作上传清单（工行公开格式 xlsx），自己上传网银</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Make the batch</source>
        <translation>制作批次</translation>
    </message>
    <message>
        <source>Nothing is sent yet: a second person approves exactly what is made here.</source>
        <translation>现在还不发送：由另一人复核这里制作的内容后才能提交。</translation>
    </message>
    <message>
        <source>Rehearsal bank: everything as in earnest, no money moves</source>
        <translation>演练银行：步骤与真实一样，不动真钱</translation>
    </message>
</context>
<context>
    <name>MembersField</name>
    <message>
        <source>Add a company</source>
        <translation>增加单位</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Full registered name</source>
        <translation>单位全称</translation>
    </message>
    <message>
        <source>General contractor</source>
        <translation>施工总承包</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Labour company</source>
        <translation>劳务公司</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>建设单位</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Remove {name} from the project</source>
        <translation>从项目中去掉{name}</translation>
    </message>
    <message>
        <source>Subcontractor</source>
        <translation>分包单位</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>监理单位</translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message>
        <source>0 not at work</source>
        <translation>0&#x3000;没有出勤</translation>
    </message>
    <message>
        <source>All of them are set to the same by hand, with your name and the reason. Days that differ are better mended one by one in the grid.</source>
        <translation>这些天全部登记成一样，记上您的姓名和原因。情况不一样的，请在表里逐个处理。</translation>
    </message>
    <message>
        <source>Photo or paper that proves it (if there is one)</source>
        <translation>证明材料：照片或纸面（没有可不选）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Set {count} days</source>
        <translation>登记 {count} 天</translation>
    </message>
    <message>
        <source>These days count</source>
        <translation>这些天计</translation>
    </message>
    <message>
        <source>√ one work-day each</source>
        <translation>√&#x3000;每天一个工日</translation>
    </message>
    <message>
        <source>△ half a work-day each</source>
        <translation>△&#x3000;每天半个工日</translation>
    </message>
</context>
<context>
    <name>MissingFacts</name>
    <message>
        <source>Complete</source>
        <translation>已齐全</translation>
    </message>
    <message>
        <source>Everything the notice board needs is here.</source>
        <translation>告示牌要写的内容都有了。</translation>
    </message>
    <message>
        <source>Still to fill in</source>
        <translation>还要补全</translation>
    </message>
    <message>
        <source>The notice board is not printed while one of its lines is empty.</source>
        <translation>告示牌缺一项都不能打印。点一项即可填写。</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 处</translation>
    </message>
</context>
<context>
    <name>MonthField</name>
    <message>
        <source>Choose the month</source>
        <translation>选择月份</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
</context>
<context>
    <name>MonthGridView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Everything about this day</source>
        <translation>当天详情</translation>
    </message>
    <message>
        <source>Let the punches count again</source>
        <translation>恢复按打卡计算</translation>
    </message>
    <message>
        <source>Note …</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Paste …</source>
        <translation>粘贴…</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>First day there</source>
        <translation>到新班组的第一天</translation>
    </message>
    <message>
        <source>He leaves his team the day before; his pay standard and gate number go along.</source>
        <translation>前一天离开原班组；计薪标准和考勤号随人带过去，按日期分开。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>办理调动</translation>
    </message>
    <message>
        <source>Move to a supplementary sheet</source>
        <translation>移到补充工资表</translation>
    </message>
    <message>
        <source>Move {names} to another team</source>
        <translation>调班组：{names}</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>调入班组</translation>
    </message>
    <message>
        <source>New trade, empty: as before</source>
        <translation>新的工种（不填为不变）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Their lines go to a sheet of their own and are signed and paid later. The main sheet can be locked without them.</source>
        <translation>这些人单列一张补充工资表，以后再签字、发放；主表可以先锁定，不耽误其他人。</translation>
    </message>
    <message>
        <source>e.g. on leave at home, signs when back</source>
        <translation>例如：回家探亲，回来再签</translation>
    </message>
    <message>
        <source>{count} people belong to the new team from {day} on.</source>
        <translation>{count} 人从 {day} 起属于新班组。</translation>
    </message>
    <message>
        <source>{names} and others, {count} in all</source>
        <translation>{names} 等 {count} 人</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Attendance</source>
        <translation>考勤</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Notice board</source>
        <translation>维权告示牌</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Wages</source>
        <translation>工资表</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>A project of the same name is brought up to date; other projects stay.</source>
        <translation>同名的项目会更新，其他项目不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fill in by hand</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>Project from a file</source>
        <translation>从文件导入项目</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>NilDialog</name>
    <message>
        <source>Declare it</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>Reason, e.g. not yet begun, winter rest</source>
        <translation>原因，例如未开工、冬休</translation>
    </message>
    <message>
        <source>The month then needs no attendance and no wage sheet. It is refused where somebody has work-days in it, and can be taken back.</source>
        <translation>申报以后，这个月不再要求考勤和工资表。已经有人出勤的月份不能申报；申报可以撤回。</translation>
    </message>
    <message>
        <source>{month} without work</source>
        <translation>申报{month}无用工</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>A note counts nothing; it is there to be remembered</source>
        <translation>备注不影响工日，只供查看</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Note on {name}, {day}</source>
        <translation>{name} {day} 的备注</translation>
    </message>
    <message>
        <source>Rain, no work</source>
        <translation>下雨停工</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>Worked elsewhere on the site</source>
        <translation>在工地别处干活</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>1. What the law asks for and is still missing stands at the right; click it and fill it in with the project.
2. Choose the size of the board. Nobody owns an A0 printer: choose the sheets it is cut into as well, and glue them at the crop marks.
3. Save it or print it, hang it up at the gate, and hang up a new one when the minimum wage or somebody in charge changes. The code at the right of the board leads to where workers complain.</source>
        <translation>1. 依法应写明而还缺的列在右边，点一下就到项目里填写。
2. 选告示牌的大小。没有 A0 打印机时，再选用几张小纸拼成，按裁切线粘贴。
3. 保存或打印，挂在工地大门；最低工资或负责人有变化时换一张新的。告示牌右边的二维码通向投诉举报。</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>内容齐全</translation>
    </message>
    <message>
        <source>Drawing the board</source>
        <translation>正在绘制告示牌</translation>
    </message>
    <message>
        <source>Fill it in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Go to the project</source>
        <translation>去项目</translation>
    </message>
    <message>
        <source>Notice board</source>
        <translation>维权告示牌</translation>
    </message>
    <message>
        <source>One sheet {size}</source>
        <translation>整张 {size}</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Printed on</source>
        <translation>打印用纸</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Sheets {size}, cut and glued</source>
        <translation>用 {size} 拼接</translation>
    </message>
    <message>
        <source>Size of the board</source>
        <translation>告示牌尺寸</translation>
    </message>
    <message>
        <source>The board every site has to hang up at its gate, filled from the project.</source>
        <translation>每个工地都要在大门口设立的告示牌，内容取自项目资料。</translation>
    </message>
    <message>
        <source>There is no project yet. The board is filled from the project&apos;s facts.</source>
        <translation>还没有项目。告示牌的内容取自项目资料。</translation>
    </message>
    <message>
        <source>notice-board-{size}.pdf</source>
        <translation>维权告示牌-{size}.pdf</translation>
    </message>
    <message>
        <source>{count} facts are missing; the board is drawn when they are there.</source>
        <translation>还缺 {count} 项法定内容，补齐后才能出图。</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>还缺 {count} 项</translation>
    </message>
</context>
<context>
    <name>NumbersDialog</name>
    <message>
        <source>Assign</source>
        <translation>指认</translation>
    </message>
    <message>
        <source>Belongs to (name or initials)</source>
        <translation>是谁（姓名或首字母）</translation>
    </message>
    <message>
        <source>Called in the file</source>
        <translation>文件里的姓名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From this day on (empty: from the beginning)</source>
        <translation>从哪天起（不填：从一开始）</translation>
    </message>
    <message>
        <source>Gate number</source>
        <translation>考勤号</translation>
    </message>
    <message>
        <source>Punches</source>
        <translation>打卡次数</translation>
    </message>
    <message>
        <source>Their punches are kept. They count as soon as the number has a worker.</source>
        <translation>这些打卡已经保存，指认是谁之后就会计入。</translation>
    </message>
    <message>
        <source>Unknown gate numbers</source>
        <translation>不知是谁的考勤号</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Agree on a pay day with the workers and enter it in the project.</source>
        <translation>请与工人约定发薪日，并填入项目。</translation>
    </message>
    <message>
        <source>Done last</source>
        <translation>最近做过</translation>
    </message>
    <message>
        <source>Enter the first project</source>
        <translation>录入第一个项目</translation>
    </message>
    <message>
        <source>Everybody is paid. Print the sheet once more for the file if you need it.</source>
        <translation>都已发放。需要存档时可以再打印一份工资表。</translation>
    </message>
    <message>
        <source>Last pay date</source>
        <translation>最迟发薪日</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>No project yet.</source>
        <translation>还没有项目。</translation>
    </message>
    <message>
        <source>Nothing waits for a person just now.</source>
        <translation>眼下没有需要处理的事。</translation>
    </message>
    <message>
        <source>The month at a glance, from the roster to the money. ✓ is done, the blue arrow is the next step, a half circle is under way.

The blue button leads to the one next act. Below stands what needs a person, the gravest first; press a line to get to where it is mended. At the right stands the last day on which the wages may be paid.

Keys: Enter does the next act, Tab goes along the steps and lines. Project and month are chosen at the top left and hold for every page.</source>
        <translation>一个月从名册到发薪走到了哪一步：打勾的已完成，蓝色箭头是下一步，半圆是进行中。

接着做：按蓝色按钮，去做眼下这一件事。下面按轻重列出要人处理的事，点一行就到处理的地方；右边是这个月工资最迟的发放日。

按键：回车做下一步，Tab 在各步和各行之间移动。左上角选的项目和月份对每一页都有效。</translation>
    </message>
    <message>
        <source>The wages of {month} have to be in the workers&apos; hands by this day.</source>
        <translation>{month}的工资，最迟这一天要发到工人手里。</translation>
    </message>
    <message>
        <source>There is no project yet. Everything begins with one.</source>
        <translation>还没有项目。一切从项目开始。</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This month is done</source>
        <translation>这个月已办完</translation>
    </message>
    <message>
        <source>What this month still needs, in order.</source>
        <translation>这个月还要做什么，按先后排好。</translation>
    </message>
    <message>
        <source>{project}: what this month still needs, in order.</source>
        <translation>{project} · 这个月还要做的事，按先后排好。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Drawing wage sheets</source>
        <translation>正在排版工资表</translation>
    </message>
    <message>
        <source>Drop the scan here: PDF, PNG, JPEG or TIFF</source>
        <translation>把扫描件拖到这里：PDF、PNG、JPEG 或 TIFF</translation>
    </message>
    <message>
        <source>Everybody of the month: {count} not yet signed</source>
        <translation>本月全部未签的 {count} 人</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Record as signed</source>
        <translation>登记为已签字</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Signed on paper</source>
        <translation>登记纸上签字</translation>
    </message>
    <message>
        <source>Wage sheets on paper</source>
        <translation>工资表打印预览</translation>
    </message>
    <message>
        <source>You vouch that these workers have signed the printed sheet. The scan is kept in the books and bound to their lines as they are now.</source>
        <translation>由你确认这些工人已在打印的工资表上签字。扫描件存入账册，与他们现在的每一行绑定。</translation>
    </message>
    <message>
        <source>wage-sheets-{month}.pdf</source>
        <translation>工资支付表-{month}.pdf</translation>
    </message>
    <message>
        <source>{count} on supplementary sheets are not among them.</source>
        <translation>补充工资表上的 {count} 人不在其中。</translation>
    </message>
    <message>
        <source>{team}: {count} not yet signed</source>
        <translation>{team}未签的 {count} 人</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Completion</source>
        <translation>至完工</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>学时</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>参保机构</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>记录件</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格人数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Premium (yuan)</source>
        <translation>保费（元）</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>培训人</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>终止</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message>
        <source>&amp;Paper</source>
        <translation>表单(&amp;P)</translation>
    </message>
    <message>
        <source>Application for payment</source>
        <translation>工资发放申请表</translation>
    </message>
    <message>
        <source>Attendance sheets</source>
        <translation>考勤表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Drawing the paper</source>
        <translation>正在绘制表单</translation>
    </message>
    <message>
        <source>Entry forms</source>
        <translation>进场登记表</translation>
    </message>
    <message>
        <source>Exit forms</source>
        <translation>退场登记表</translation>
    </message>
    <message>
        <source>For a telephone: identity and card numbers, phones and addresses are hidden.</source>
        <translation>发到手机上用：证件号、卡号、电话、住址都隐去。</translation>
    </message>
    <message>
        <source>For posting on site (masked)</source>
        <translation>公示版（脱敏）</translation>
    </message>
    <message>
        <source>Letter to the owner for funds</source>
        <translation>人工费用拨付函</translation>
    </message>
    <message>
        <source>Page as a masked picture …</source>
        <translation>本页存为脱敏图片…</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Payslips</source>
        <translation>工资清单</translation>
    </message>
    <message>
        <source>Print papers</source>
        <translation>打印表单</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>存为图片</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Staff roster</source>
        <translation>职工名册</translation>
    </message>
    <message>
        <source>Wage-payment ledger</source>
        <translation>工资支付台账</translation>
    </message>
    <message>
        <source>Worker&apos;s own statement</source>
        <translation>个人工资对账单</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>until {month}</source>
        <translation>截至 {month}</translation>
    </message>
    <message>
        <source>{count} chosen workers</source>
        <translation>所选 {count} 人</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>No proof of work-injury insurance yet. It comes before work begins.</source>
        <translation>还没有登记工伤保险参保证明。应当先参保、后开工。</translation>
    </message>
    <message>
        <source>No safety training is recorded yet. It comes before the first day.</source>
        <translation>还没有登记安全培训。培训合格以后才能上岗。</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>查看签字件</translation>
    </message>
    <message>
        <source>Record a proof …</source>
        <translation>登记参保证明…</translation>
    </message>
    <message>
        <source>Record a training …</source>
        <translation>登记安全培训…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Safety trainings</source>
        <translation>安全培训记录</translation>
    </message>
    <message>
        <source>Work-injury insurance of the project</source>
        <translation>建设项目工伤保险</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Paste into the grid</source>
        <translation>粘贴到考勤表</translation>
    </message>
    <message>
        <source>Reason, kept with every day</source>
        <translation>原因（随每一天保存）</translation>
    </message>
    <message>
        <source>Write {count} days</source>
        <translation>写入 {count} 格</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>认不出</translation>
    </message>
    <message>
        <source>{count} cells cannot be read and stay as they are.</source>
        <translation>{count} 格认不出，保持不变。</translation>
    </message>
    <message>
        <source>{count} cells lie outside the grid and are left out.</source>
        <translation>{count} 格超出表格范围，不写入。</translation>
    </message>
    <message>
        <source>{count} days change, {same} stay as they are.</source>
        <translation>{count} 格有变化，{same} 格不变。</translation>
    </message>
</context>
<context>
    <name>PayBoard</name>
    <message>
        <source>Block at “{gate}”</source>
        <translation>“{gate}”改为拦住</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>拦住</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everybody {count}</source>
        <translation>全部 {count} 人</translation>
    </message>
    <message>
        <source>Looking through every gate …</source>
        <translation>正在逐个关口核对…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>实发</translation>
    </message>
    <message>
        <source>Nobody is held up here.</source>
        <translation>这一关没有人被拦住或提醒。</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未要求</translation>
    </message>
    <message>
        <source>Not paid: {names}</source>
        <translation>不付：{names}</translation>
    </message>
    <message>
        <source>Nothing to be mended.</source>
        <translation>没有需要处理的事项。</translation>
    </message>
    <message>
        <source>Only warn at “{gate}”</source>
        <translation>“{gate}”改为只提醒</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Who can be paid</source>
        <translation>可付核对</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等另外 {count} 人</translation>
    </message>
    <message>
        <source>as the law has it</source>
        <translation>法定默认</translation>
    </message>
    <message>
        <source>holds the payment up</source>
        <translation>未通过的拦住不付</translation>
    </message>
    <message>
        <source>identity imported</source>
        <translation>身份：表格导入</translation>
    </message>
    <message>
        <source>identity read from the card</source>
        <translation>身份：读卡</translation>
    </message>
    <message>
        <source>identity typed in</source>
        <translation>身份：手工录入</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>没有平台要求</translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation>实发为零</translation>
    </message>
    <message>
        <source>on no wage sheet</source>
        <translation>不在工资支付表上</translation>
    </message>
    <message>
        <source>only warns</source>
        <translation>未通过的只提醒</translation>
    </message>
    <message>
        <source>switched by this project</source>
        <translation>本项目改过</translation>
    </message>
    <message>
        <source>{count} workers = {able} can be paid ({net}) + {out} not</source>
        <translation>{count} 人 = 可付 {able} 人（{net}）+ 不付 {out} 人</translation>
    </message>
    <message>
        <source>■ {count}</source>
        <translation>■ {count}</translation>
    </message>
    <message>
        <source>▲ {count}</source>
        <translation>▲ {count}</translation>
    </message>
</context>
<context>
    <name>PayGuide</name>
    <message>
        <source>Everything that is locked is paid: {figures}</source>
        <translation>已锁定的工资全部发放：{figures}</translation>
    </message>
    <message>
        <source>Nothing is sent again before the bank has answered. Ask it again.</source>
        <translation>银行答复之前不会再次发送。请点“查询银行”。</translation>
    </message>
    <message>
        <source>The batch is made. A second person looks at it and approves it.</source>
        <translation>批次已制作，等另一人复核批准后才能发送。</translation>
    </message>
    <message>
        <source>Upload the saved list at the bank, then read its result, or close the payments by the bank&apos;s receipt.</source>
        <translation>请把保存的清单上传网银，再读入银行结果；或凭银行回单登记。</translation>
    </message>
    <message>
        <source>{count} sheets are still open; they are paid after locking.</source>
        <translation>还有 {count} 张工资表未锁定，锁定后再发放。</translation>
    </message>
    <message>
        <source>{names}: another card is entered. Make a batch of the failed ones.</source>
        <translation>{names}：新卡已登记，现在可以为未成功的另做一批。</translation>
    </message>
    <message>
        <source>{names}: ask the worker, change the card first, then make a batch of the failed ones. Nobody else is paid twice.</source>
        <translation>{names}：请向本人核实，先更换工资卡，再为未成功的另做一批。其他人不会重复发放。</translation>
    </message>
</context>
<context>
    <name>PayInspector</name>
    <message>
        <source>Approved by {name}, {moment}</source>
        <translation>复核 {name}，{moment}</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>与银行的往来</translation>
    </message>
    <message>
        <source>Batch {number}</source>
        <translation>第 {number} 批</translation>
    </message>
    <message>
        <source>Made by {name}, {moment}</source>
        <translation>制单 {name}，{moment}</translation>
    </message>
    <message>
        <source>Mend the card …</source>
        <translation>更换工资卡…</translation>
    </message>
    <message>
        <source>Nothing was tried yet.</source>
        <translation>还没有联系银行。</translation>
    </message>
    <message>
        <source>Reference {reference}</source>
        <translation>批次号 {reference}</translation>
    </message>
</context>
<context>
    <name>PayWords</name>
    <message>
        <source>answered</source>
        <translation>银行已答复</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>file for upload</source>
        <translation>上传清单</translation>
    </message>
    <message>
        <source>no answer, unknown</source>
        <translation>没有答复，结果未知</translation>
    </message>
    <message>
        <source>no connection, nothing left</source>
        <translation>没有连上，未发出</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>银行拒绝</translation>
    </message>
    <message>
        <source>rehearsal bank</source>
        <translation>演练银行</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>the bank does not know it</source>
        <translation>银行没有这一批</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{state} {count}: {total}</source>
        <translation>{state} {count} 笔 {total}</translation>
    </message>
</context>
<context>
    <name>PayrollLines</name>
    <message>
        <source>Bank</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>工资卡</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>工日</translation>
    </message>
    <message>
        <source>Deducted</source>
        <translation>扣款</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>应发</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>实发</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>计日/计时</translation>
    </message>
    <message>
        <source>{done} of {payable} signed</source>
        <translation>已签 {done}/{payable}</translation>
    </message>
    <message>
        <source>{rate}/day</source>
        <translation>{rate}/日</translation>
    </message>
    <message>
        <source>{rate}/h</source>
        <translation>{rate}/时</translation>
    </message>
    <message>
        <source>{team}: {count} workers</source>
        <translation>{team} {count} 人</translation>
    </message>
</context>
<context>
    <name>PayrollPage</name>
    <message>
        <source>1. Make the sheets: one for each subcontractor, from the attendance. Bring them up to date again when attendance or pay has changed.
2. Enter on a line: how the figure comes about, which rule, which article; there advances and deductions are entered too.
3. Let everybody sign. Who is away goes to a supplementary sheet with a reason, so that the others are paid in time.
4. Audit and lock: from then on nothing changes, and the sheet can be paid.
A line whose figures change after it was signed has to be signed again. Ctrl+P shows the paper.</source>
        <translation>1. 编制：根据考勤，每个分包单位一张；考勤或单价变了，再点“重新编制”。
2. 在一行上按回车：这个数怎么来的、依据哪一条；预支、扣款也在那里登记。
3. 让每个人签字。不在工地的写明原因移到补充工资表，不耽误其他人按时发放。
4. 审核并锁定：从此不再改动，可以发放。
签字后数字变了的，须重新签字。Ctrl+P 看打印样式。</translation>
    </message>
    <message>
        <source>Advance or deduction …</source>
        <translation>预支、扣款…</translation>
    </message>
    <message>
        <source>Attendance sheets, ledger, payslips, application, letter, posting</source>
        <translation>考勤表、台账、工资清单、发放申请、拨付函、公示版</translation>
    </message>
    <message>
        <source>Audit and lock …</source>
        <translation>审核并锁定…</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>重新编制</translation>
    </message>
    <message>
        <source>Down to the punches …</source>
        <translation>追到打卡…</translation>
    </message>
    <message>
        <source>Go to paying</source>
        <translation>去发放</translation>
    </message>
    <message>
        <source>Go to signing</source>
        <translation>去签字</translation>
    </message>
    <message>
        <source>Make the wage sheets</source>
        <translation>编制工资表</translation>
    </message>
    <message>
        <source>Making wage sheets</source>
        <translation>正在编制工资表</translation>
    </message>
    <message>
        <source>Move to a supplementary sheet …</source>
        <translation>移到补充工资表…</translation>
    </message>
    <message>
        <source>One sheet for each subcontractor: make, let sign, audit, lock. Enter: why.</source>
        <translation>每个分包单位一张：编制、签字、审核、锁定。在一行上按回车，看这个数怎么来的。</translation>
    </message>
    <message>
        <source>Papers …</source>
        <translation>表单…</translation>
    </message>
    <message>
        <source>Preview …</source>
        <translation>打印预览…</translation>
    </message>
    <message>
        <source>The workers sign first; then the sheets are audited and locked.</source>
        <translation>先由工人签字，签完才能审核并锁定。</translation>
    </message>
    <message>
        <source>There is no wage sheet for this month yet. It is made from the attendance.</source>
        <translation>本月还没有工资表。工资表根据考勤编制。</translation>
    </message>
    <message>
        <source>Wage sheets are up to date: {lines} lines, {changed} changed</source>
        <translation>工资表已编制：{lines} 人，{changed} 人有变化</translation>
    </message>
    <message>
        <source>Wages</source>
        <translation>工资表</translation>
    </message>
    <message>
        <source>Who can be paid …</source>
        <translation>可付核对…</translation>
    </message>
    <message>
        <source>Why this figure</source>
        <translation>为什么是这个数</translation>
    </message>
    <message>
        <source>locked {moment}</source>
        <translation>锁定于 {moment}</translation>
    </message>
    <message>
        <source>office of a single person</source>
        <translation>单人模式</translation>
    </message>
    <message>
        <source>supplementary: {reason}</source>
        <translation>补充原因：{reason}</translation>
    </message>
    <message>
        <source>{count} remarks …</source>
        <translation>{count} 条提示…</translation>
    </message>
    <message>
        <source>{count} to be signed again</source>
        <translation>{count} 人须重签</translation>
    </message>
    <message>
        <source>{count} workers · gross {gross} · deducted {deductions} · net {net}
{capitals}</source>
        <translation>{count} 人 · 应发 {gross} · 扣款 {deductions} · 实发 {net}
{capitals}</translation>
    </message>
    <message>
        <source>{done} of {payable} signed</source>
        <translation>已签字 {done}/{payable}</translation>
    </message>
</context>
<context>
    <name>PayrollWords</name>
    <message>
        <source>Audited</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签字</translation>
    </message>
    <message>
        <source>Nothing to sign</source>
        <translation>不用签</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Signed by the workers</source>
        <translation>工人已签字</translation>
    </message>
    <message>
        <source>To be signed again</source>
        <translation>须重签</translation>
    </message>
    <message>
        <source>{company} · supplementary {number}</source>
        <translation>{company} · 补充表 {number}</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Fit the width or the whole page</source>
        <translation>适合宽度或整页</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>A new person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>At work here</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Change the passphrase …</source>
        <translation>更换本人口令…</translation>
    </message>
    <message>
        <source>Give the chosen person a passphrase of his own</source>
        <translation>给选中的人设一个本人口令</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>看多远</translation>
    </message>
    <message>
        <source>It is marked on the sheet and in the journal. Add a second person to end it.</source>
        <translation>工资表和日志里会注明。增加第二个人，即可分开制单和复核。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nobody on site is outside a rule of age, and no list names anybody.</source>
        <translation>在场的人年龄都符合规定，也没有人在名单上。</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>不得进场</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Own passphrase …</source>
        <translation>设本人口令…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Single-person mode: one person makes and checks the payment.</source>
        <translation>单人模式：制单和复核是同一个人。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Take over …</source>
        <translation>换此人使用…</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>The chosen person</source>
        <translation>选中的人员</translation>
    </message>
    <message>
        <source>The chosen person works here from now on</source>
        <translation>从现在起由选中的人使用</translation>
    </message>
    <message>
        <source>Today only</source>
        <translation>只看今天</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Watch lists …</source>
        <translation>黑名单、不良记录…</translation>
    </message>
    <message>
        <source>What the rule or the list says</source>
        <translation>规定或名单的内容</translation>
    </message>
    <message>
        <source>Who has a passphrase of his own types it when he takes over or approves a payment; nobody can do either in his name.</source>
        <translation>设了本人口令的人，换其使用或复核代发时都要本人输入，别人不能代替。</translation>
    </message>
    <message>
        <source>of his own</source>
        <translation>本人口令</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day} 到龄</translation>
    </message>
    <message>
        <source>sits here</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>the office&apos;s</source>
        <translation>共用口令</translation>
    </message>
    <message>
        <source>{days} days ahead</source>
        <translation>今后 {days} 天</translation>
    </message>
    <message>
        <source>{day} ({age})</source>
        <translation>{day}（{age} 岁）</translation>
    </message>
    <message>
        <source>{lists} watch lists on the books</source>
        <translation>账册里有 {lists} 份名单</translation>
    </message>
    <message>
        <source>{name} has a passphrase of his own now</source>
        <translation>{name} 现在有本人口令了</translation>
    </message>
</context>
<context>
    <name>PersonActs</name>
    <message>
        <source>Look at them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Personal pictures are kept no longer than needed (PIPL art. 47).</source>
        <translation>保存期满的个人信息应当删除（个人信息保护法第四十七条）。</translation>
    </message>
    <message>
        <source>Pictures and card copies …</source>
        <translation>照片与证件复印件…</translation>
    </message>
    <message>
        <source>Pictures to be deleted …</source>
        <translation>到期应删除的照片…</translation>
    </message>
    <message>
        <source>Print card copies …</source>
        <translation>打印身份证复印件…</translation>
    </message>
    <message>
        <source>Read his card …</source>
        <translation>读身份证…</translation>
    </message>
    <message>
        <source>{count} pictures are deleted for good</source>
        <translation>已永久删除 {count} 张照片</translation>
    </message>
    <message>
        <source>{count} pictures have come to their last day</source>
        <translation>有 {count} 张照片到期应删除</translation>
    </message>
    <message>
        <source>{name} is marked as read from the card</source>
        <translation>{name} 已记为读卡核验</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This file cannot be shown here; it is kept as it came.</source>
        <translation>这个文件不能在这里显示，原件已保存在账册里。</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>I know what follows from it; do it all the same</source>
        <translation>我已知道后果，仍然办理</translation>
    </message>
</context>
<context>
    <name>PlatformDialog</name>
    <message>
        <source>Keep {count} workers</source>
        <translation>写入 {count} 人</translation>
    </message>
    <message>
        <source>Platform&apos;s days of {month}</source>
        <translation>{month}平台考勤天数</translation>
    </message>
    <message>
        <source>What was kept for this month before is replaced.</source>
        <translation>这个月以前导入的平台天数会被替换。</translation>
    </message>
    <message>
        <source>{file}: {rows} rows, {count} of them are workers of this project.</source>
        <translation>{file}：{rows} 行，对上本项目 {count} 人。</translation>
    </message>
</context>
<context>
    <name>PrintSheetsDialog</name>
    <message>
        <source>Attendance sheets for signing</source>
        <translation>打印考勤确认表</translation>
    </message>
    <message>
        <source>Each sheet carries a code bound to exactly these days. A sheet printed again without changes is the same sheet.</source>
        <translation>每张表的二维码只对应这些天的数。天数没有改动，再打印的是同一张表。</translation>
    </message>
    <message>
        <source>Every team, a sheet each</source>
        <translation>全部班组，每个班组一张</translation>
    </message>
    <message>
        <source>Make the PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Ten days or month</source>
        <translation>旬或全月</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Nothing to be looked at</source>
        <translation>没有要处理的</translation>
    </message>
    <message>
        <source>{count} to be looked at</source>
        <translation>要处理的 {count} 条</translation>
    </message>
</context>
<context>
    <name>ProjectForm</name>
    <message>
        <source>A working day begins at</source>
        <translation>工作日从几点开始</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>户名</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation>工程地址</translation>
    </message>
    <message>
        <source>Arbitration</source>
        <translation>劳动争议仲裁机构</translation>
    </message>
    <message>
        <source>Area code (six digits)</source>
        <translation>行政区划代码（六位）</translation>
    </message>
    <message>
        <source>Bank and branch</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开工日期</translation>
    </message>
    <message>
        <source>Building permit</source>
        <translation>施工许可证号</translation>
    </message>
    <message>
        <source>CNAPS number</source>
        <translation>联行号</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>参建单位</translation>
    </message>
    <message>
        <source>Complaint address (QR code)</source>
        <translation>投诉网址（印成二维码）</translation>
    </message>
    <message>
        <source>Contract sum (yuan)</source>
        <translation>合同价款（元）</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>发薪月份</translation>
    </message>
    <message>
        <source>End</source>
        <translation>竣工日期</translation>
    </message>
    <message>
        <source>Full names as registered</source>
        <translation>按登记的全称填写</translation>
    </message>
    <message>
        <source>How days are counted</source>
        <translation>考勤怎样计日</translation>
    </message>
    <message>
        <source>Labour cost share (%)</source>
        <translation>人工费占比（%）</translation>
    </message>
    <message>
        <source>Labour inspectorate</source>
        <translation>劳动保障监察机构</translation>
    </message>
    <message>
        <source>Labour officer</source>
        <translation>劳资专管员</translation>
    </message>
    <message>
        <source>Legal aid</source>
        <translation>法律援助机构</translation>
    </message>
    <message>
        <source>Minutes of a whole day, at least</source>
        <translation>满一个工日至少（分钟）</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>（未选）</translation>
    </message>
    <message>
        <source>Pay day (1 to 31)</source>
        <translation>发薪日（1–31）</translation>
    </message>
    <message>
        <source>Persons of the project</source>
        <translation>项目人员</translation>
    </message>
    <message>
        <source>Project department</source>
        <translation>项目部</translation>
    </message>
    <message>
        <source>Project manager</source>
        <translation>项目经理</translation>
    </message>
    <message>
        <source>Project name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Public legal service</source>
        <translation>公共法律服务热线</translation>
    </message>
    <message>
        <source>Punches of a valid day, at least</source>
        <translation>有效出勤至少打卡（次）</translation>
    </message>
    <message>
        <source>Repeated punches within (seconds)</source>
        <translation>重复打卡合并（秒）</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Sector authority</source>
        <translation>行业主管部门</translation>
    </message>
    <message>
        <source>Special account and pay day</source>
        <translation>工资专用账户与发薪日</translation>
    </message>
    <message>
        <source>Supervision platform</source>
        <translation>监管平台</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Who the notice board names</source>
        <translation>告示牌上的机构</translation>
    </message>
    <message>
        <source>of the next month</source>
        <translation>次月</translation>
    </message>
    <message>
        <source>of the same month</source>
        <translation>当月</translation>
    </message>
    <message>
        <source>{who}: address</source>
        <translation>{who}：地址</translation>
    </message>
    <message>
        <source>{who}: phone</source>
        <translation>{who}：电话</translation>
    </message>
</context>
<context>
    <name>ProjectTabs</name>
    <message>
        <source>Companies</source>
        <translation>参建单位</translation>
    </message>
    <message>
        <source>Contract chain</source>
        <translation>合同链条</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>项目资料</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Minimum wage</source>
        <translation>最低工资</translation>
    </message>
    <message>
        <source>People to look at</source>
        <translation>人员核查</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>班组</translation>
    </message>
</context>
<context>
    <name>ProjectsPage</name>
    <message>
        <source>A new project. It is on the books once you save it.</source>
        <translation>正在填写新项目，保存以后才记入账册。</translation>
    </message>
    <message>
        <source>An official image is kept; it is used when no address is given.</source>
        <translation>已存有官方二维码图片；没有填网址时用它。</translation>
    </message>
    <message>
        <source>Companies, account, pay day, and what the notice board has to say.</source>
        <translation>参建单位、专用账户、发薪日，以及告示牌要写的内容。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>不建了</translation>
    </message>
    <message>
        <source>Enter the first project</source>
        <translation>录入第一个项目</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>General contractor, place, authorities, pay day and the counting of days come from {name}: please check them. The other project stays as it is.</source>
        <translation>总包单位、地区、主管部门、发薪日和计日规则照“{name}”带来，请核对；原项目不变。</translation>
    </message>
    <message>
        <source>Import the official QR image …</source>
        <translation>导入官方二维码图片…</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>No project yet. Take it over from a site.json, or fill in the form.</source>
        <translation>还没有项目。可以从 site.json 导入，也可以手工填写。</translation>
    </message>
    <message>
        <source>Only needed where the authority hands out an image instead of an address.</source>
        <translation>主管部门只给图片、不给网址时才需要。</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>图片 (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>逐条查看</translation>
    </message>
    <message>
        <source>The QR image is kept</source>
        <translation>二维码图片已保存</translation>
    </message>
    <message>
        <source>The notice board is not printed while one of its lines is empty.</source>
        <translation>告示牌缺一行就不能打印。</translation>
    </message>
    <message>
        <source>What is written here stands on the wage sheet and on the rights notice board.

Fill in the form, or drop a project file (site.json) on this page; nothing is written before you accept it. At the right stands what is still missing; press one to get to its field. Then import the roster.

Contract chain: who gives work to whom, and what the law says to it. Teams come with the roster; give each a leader and the day of its filing with the platform. People to look at: ages and watch lists. Holidays move the pay day and make overtime dearer: enter the State Council&apos;s notice every year. Minimum wages belong to the area.

Keys: Tab goes on to the next field, Ctrl+S saves.</source>
        <translation>这里填的内容会印在工资表和维权告示牌上。

怎么做：填表，或把项目文件（site.json）拖到这一页，您确认之前不会写入。右边列出还缺什么，点一项就到要填的格子。填好后去导入名册。

合同链条：谁把工程交给谁，法律怎么说。班组随名册带入，请给每个班组定班组长、填平台登记的日期。人员核查：年龄和黑名单。节假日会把发薪日往前移，也影响加班工资，请每年按国务院的放假通知录入。最低工资按地区填。

按键：Tab 到下一格，Ctrl+S 保存。</translation>
    </message>
    <message>
        <source>{count} fields are still empty or need a look.</source>
        <translation>有 {count} 处还没有填，或需要核对。</translation>
    </message>
</context>
<context>
    <name>ProofField</name>
    <message>
        <source>Choose …</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Photo or paper that proves the days</source>
        <translation>证明出勤的照片或纸面</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>没有选</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>All data on this computer</source>
        <translation>数据都在本机</translation>
    </message>
    <message>
        <source>Data on the server</source>
        <translation>数据在服务器</translation>
    </message>
    <message>
        <source>Find a worker</source>
        <translation>查找工人</translation>
    </message>
    <message>
        <source>Find a worker of this office</source>
        <translation>在本办公室的所有项目里查找工人</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The books are encrypted in a folder here; no network is needed.</source>
        <translation>账册加密存放在这台电脑的文件夹里，不联网也能用。</translation>
    </message>
    <message>
        <source>The books live on your server; without it nothing can be opened.</source>
        <translation>账册在您单位的服务器上，连不上服务器就打不开。</translation>
    </message>
    <message>
        <source>The project every page shows</source>
        <translation>各页都按这里选的项目显示</translation>
    </message>
</context>
<context>
    <name>ReadCard</name>
    <message>
        <source>Begin to read</source>
        <translation>开始读卡</translation>
    </message>
    <message>
        <source>Bits a second</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>Correct the roster by the card</source>
        <translation>按证件更正名册</translation>
    </message>
    <message>
        <source>Enter a new worker with it</source>
        <translation>用它登记新工人</translation>
    </message>
    <message>
        <source>Fill the form with it</source>
        <translation>填入登记表</translation>
    </message>
    <message>
        <source>Look for readers again</source>
        <translation>重新查找读卡器</translation>
    </message>
    <message>
        <source>Mark as read from the card</source>
        <translation>记为读卡核验</translation>
    </message>
    <message>
        <source>Only what a reader has read counts as verified. Nothing is written yet.</source>
        <translation>只有读卡得来的身份才算核验过。这一步还不写入账册。</translation>
    </message>
    <message>
        <source>Read an identity card</source>
        <translation>读身份证</translation>
    </message>
    <message>
        <source>Read another card</source>
        <translation>再读一张</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Waiting for an identity card</source>
        <translation>等待身份证</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Forgot to punch, confirmed by the team leader</source>
        <translation>漏打卡，班组长证明</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>使用这个原因</translation>
    </message>
    <message>
        <source>Photo or paper that proves it (if there is one)</source>
        <translation>证明材料：照片或纸面（没有可不选）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Set {count} days</source>
        <translation>登记 {count} 天</translation>
    </message>
    <message>
        <source>Taken from the attendance sheet on paper</source>
        <translation>按纸质考勤表补记</translation>
    </message>
    <message>
        <source>The gate was out of order on that day</source>
        <translation>当天考勤机故障</translation>
    </message>
    <message>
        <source>The reason is kept with your name on every day. It is used for this session until you change it.</source>
        <translation>原因和你的姓名随每一天保存。本次使用期间一直沿用，随时可改。</translation>
    </message>
    <message>
        <source>Why are days set by hand?</source>
        <translation>为什么手工登记？</translation>
    </message>
</context>
<context>
    <name>ReconcilePanel</name>
    <message>
        <source>All workers&apos; days agree.</source>
        <translation>所有人的天数都一致。</translation>
    </message>
    <message>
        <source>Days at work</source>
        <translation>出勤天数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nothing to hold our days against yet: import the platform&apos;s table of {month}, or make the wage sheets.</source>
        <translation>还没有可核对的：请导入{month}的平台考勤天数，或者先编制工资表。</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Platform days of {count} workers are kept</source>
        <translation>已写入 {count} 人的平台天数</translation>
    </message>
    <message>
        <source>Platform&apos;s days …</source>
        <translation>导入平台天数…</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>The platform&apos;s days, ours and the wage sheet&apos;s, differences only. Enter goes to the worker&apos;s month.</source>
        <translation>平台、本地、工资表三方的天数，只列不一致的；回车看他的月表。</translation>
    </message>
    <message>
        <source>The platform&apos;s table of days</source>
        <translation>平台考勤天数表</translation>
    </message>
    <message>
        <source>Wage sheet</source>
        <translation>工资表</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不一致的地方</translation>
    </message>
    <message>
        <source>not on the platform&apos;s table</source>
        <translation>平台表上没有此人</translation>
    </message>
    <message>
        <source>on no wage sheet</source>
        <translation>工资表上没有此人</translation>
    </message>
    <message>
        <source>ours {days}</source>
        <translation>本地 {days}</translation>
    </message>
    <message>
        <source>platform {days}</source>
        <translation>平台 {days}</translation>
    </message>
    <message>
        <source>platform {days} less</source>
        <translation>平台少 {days}</translation>
    </message>
    <message>
        <source>platform {days} more</source>
        <translation>平台多 {days}</translation>
    </message>
    <message>
        <source>wage sheet {days}</source>
        <translation>工资表 {days}</translation>
    </message>
    <message>
        <source>wage sheet {days} less</source>
        <translation>工资表少 {days}</translation>
    </message>
    <message>
        <source>wage sheet {days} more</source>
        <translation>工资表多 {days}</translation>
    </message>
    <message>
        <source>{same} workers agree, {other} differ</source>
        <translation>一致 {same} 人，不一致 {other} 人</translation>
    </message>
</context>
<context>
    <name>RecoveryCode</name>
    <message>
        <source>Copied. Paste it where only you can read it.</source>
        <translation>已复制。请粘贴到只有您能看到的地方。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>I have written it down or printed it, and sealed it</source>
        <translation>我已抄下或打印，并装信封封存</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>这台电脑没有装打印机。</translation>
    </message>
    <message>
        <source>Paper (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print the page …</source>
        <translation>打印封存页…</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>The page is with the printer.</source>
        <translation>已送打印机。</translation>
    </message>
    <message>
        <source>recovery-code.pdf</source>
        <translation>恢复码.pdf</translation>
    </message>
</context>
<context>
    <name>RefusedLines</name>
    <message>
        <source>Row {row}: {text}</source>
        <translation>第 {row} 行：{text}</translation>
    </message>
    <message>
        <source>They are kept with their text and count nothing. Look at the gate&apos;s clock, and set the days by hand where somebody was there.</source>
        <translation>这些行连同原文保留，不计工日。请检查考勤机时钟；确有出勤的，在表里手工登记。</translation>
    </message>
    <message>
        <source>{count} lines not readable</source>
        <translation>{count} 行读不出</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>+ cells that cannot be read</source>
        <translation>+ 读不出的格</translation>
    </message>
    <message>
        <source>+ lines that cannot be read</source>
        <translation>+ 读不出的行</translation>
    </message>
    <message>
        <source>= days on the sheet</source>
        <translation>= 表上的天数</translation>
    </message>
    <message>
        <source>= punches</source>
        <translation>= 打卡</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Besides, {count} blank lines.</source>
        <translation>另有空行 {count}。</translation>
    </message>
    <message>
        <source>Days that change</source>
        <translation>改动的天数</translation>
    </message>
    <message>
        <source>Lines in the file</source>
        <translation>文件行数</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Not on the roster that day</source>
        <translation>当天不在名册</translation>
    </message>
    <message>
        <source>Of unknown gate numbers (kept)</source>
        <translation>考勤号未登记（保留）</translation>
    </message>
    <message>
        <source>Row {row}: {text}</source>
        <translation>第 {row} 行：{text}</translation>
    </message>
    <message>
        <source>Same as the books</source>
        <translation>与账册相同</translation>
    </message>
    <message>
        <source>These lines stay out, with their text:</source>
        <translation>以下各行没有计入，原文如下：</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>A new office is made in an empty folder; these books stay untouched.</source>
        <translation>在空文件夹里恢复成一本新账册，现在这本不动。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>Passphrase of the copy</source>
        <translation>备份的口令</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore a safe copy</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>恢复备份</translation>
    </message>
</context>
<context>
    <name>RosterActs</name>
    <message>
        <source>CSV, GB18030 for older programs (*.csv)</source>
        <translation>CSV，GB18030（旧软件） (*.csv)</translation>
    </message>
    <message>
        <source>CSV, UTF-8 (*.csv)</source>
        <translation>CSV，UTF-8 (*.csv)</translation>
    </message>
    <message>
        <source>Export the roster</source>
        <translation>导出名册</translation>
    </message>
    <message>
        <source>Exporting the roster</source>
        <translation>导出名册</translation>
    </message>
    <message>
        <source>Filling the template</source>
        <translation>填写模板</translation>
    </message>
    <message>
        <source>It is taken back, but these stay as they are: {names}</source>
        <translation>已撤销，但这些人后来有变动，保持原样：{names}</translation>
    </message>
    <message>
        <source>It is taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>List for the bank</source>
        <translation>办卡名单</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The exit settlement of {name} is signed and filed.</source>
        <translation>{name} 的退场结算单已登记签字。</translation>
    </message>
    <message>
        <source>The list as the bank filled it in</source>
        <translation>银行填好的名单</translation>
    </message>
    <message>
        <source>The template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>写办卡名单</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>card-list.xlsx</source>
        <translation>办卡名单.xlsx</translation>
    </message>
    <message>
        <source>roster.xlsx</source>
        <translation>实名制名册.xlsx</translation>
    </message>
    <message>
        <source>{cells} cells read again: all text, all as written.</source>
        <translation>重新打开核对 {cells} 个单元格：都是文本，与名册一致。</translation>
    </message>
    <message>
        <source>{count} cards taken over</source>
        <translation>已登记 {count} 张工资卡</translation>
    </message>
    <message>
        <source>{count} rows that stood below the header gave way.</source>
        <translation>模板表头下面原有的 {count} 行（示例或说明）已由名册代替。</translation>
    </message>
    <message>
        <source>{file}: roster {people} = written {written} + left out {out}</source>
        <translation>已存为 {file}：名册 {people} 人 = 列入 {written} 人 + 未列入 {out} 人</translation>
    </message>
    <message>
        <source>{file}: {people} on the roster = {written} need a card + {out} left out</source>
        <translation>已存为 {file}：名册 {people} 人 = 需要办卡 {written} 人 + 未列入 {out} 人</translation>
    </message>
    <message>
        <source>{names} entered on {day}</source>
        <translation>{names} 已于 {day} 进场</translation>
    </message>
    <message>
        <source>{names} left; last day {day}</source>
        <translation>{names} 已办理离场，最后一天 {day}</translation>
    </message>
    <message>
        <source>{names} moved to another team from {day} on</source>
        <translation>{names} 自 {day} 起调入新班组</translation>
    </message>
    <message>
        <source>{template}-filled.xlsx</source>
        <translation>{template}-已填.xlsx</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Card numbers back from the bank …</source>
        <translation>读回银行办好的卡号…</translation>
    </message>
    <message>
        <source>Change card</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Enter a worker</source>
        <translation>办理进场</translation>
    </message>
    <message>
        <source>Everybody who works on the site has to stand here before he starts.

Import the workbook of the subcontractor, or let somebody enter by hand or by his card. Mark one or several rows to let them leave, move them to another team or settle with them; everything can be taken back until somebody builds on it.

Type into the filter: a name, its pinyin initials, the last digits of an identity number, phone or card, or a team. A day shows the roster as it was.

Keys: Ctrl+I imports, Ctrl+N enters somebody, Ctrl+E lets leave, Ctrl+M moves, Enter opens a worker at the right, F2 edits him, Ctrl+Z takes back, Esc closes.</source>
        <translation>凡在工地干活的人，开工前都要在名册里。

可以导入分包单位的表格，也可以手工或读卡办理进场。选中一行或多行，可以办理离场、调班组、退场结算；没有后续记录以前都可以撤销。

筛选框可以输入姓名、拼音首字母、证件号、手机或卡号的末几位、班组。填一个日期，可以看那一天的名册。

快捷键：Ctrl+I 导入，Ctrl+N 办理进场，Ctrl+E 离场，Ctrl+M 调班组，回车在右侧打开，F2 修改，Ctrl+Z 撤销，Esc 关闭。</translation>
    </message>
    <message>
        <source>Exit settlement …</source>
        <translation>退场结算单…</translation>
    </message>
    <message>
        <source>Export the roster …</source>
        <translation>导出名册…</translation>
    </message>
    <message>
        <source>Fill somebody&apos;s template …</source>
        <translation>填写平台或单位的模板…</translation>
    </message>
    <message>
        <source>His contract</source>
        <translation>查看合同</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入名册</translation>
    </message>
    <message>
        <source>Let leave …</source>
        <translation>办理离场…</translation>
    </message>
    <message>
        <source>Move to a team …</source>
        <translation>调班组…</translation>
    </message>
    <message>
        <source>No worker yet. The roster comes from a workbook, checked row by row.</source>
        <translation>还没有工人。名册从表格导入，逐行检查。</translation>
    </message>
    <message>
        <source>Print papers: roster, forms, statements …</source>
        <translation>打印名册、进退场表、对账单…</translation>
    </message>
    <message>
        <source>Roster as of</source>
        <translation>截至某日的名册</translation>
    </message>
    <message>
        <source>Roster of real names</source>
        <translation>实名制名册</translation>
    </message>
    <message>
        <source>Settle …</source>
        <translation>退场结算…</translation>
    </message>
    <message>
        <source>Shows the roster as it was on that day</source>
        <translation>显示那一天的在场名册</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The roster as of {day}: teams, pay standards and cards of that day.</source>
        <translation>这是 {day} 当天的在场名册：班组、单价和工资卡都按那一天；办理事项请先回到今天。</translation>
    </message>
    <message>
        <source>Who needs a wage card: list for the bank …</source>
        <translation>办卡名单（给银行）…</translation>
    </message>
    <message>
        <source>Who works on the site, by real name; numbers are masked.</source>
        <translation>工地上的实名工人；号码默认遮盖。</translation>
    </message>
    <message>
        <source>as of a day</source>
        <translation>截至某日</translation>
    </message>
    <message>
        <source>{people} workers in {teams} teams; {cards} without a wage card</source>
        <translation>{people} 人 · {teams} 个班组 · {cards} 人没有工资卡</translation>
    </message>
</context>
<context>
    <name>RosterWords</name>
    <message>
        <source>Bank</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>录入方式</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Device number</source>
        <translation>考勤号</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>进场</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>离场</translation>
    </message>
    <message>
        <source>Has run out</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号码</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离场</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pay standard</source>
        <translation>计薪标准</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Subcontractor</source>
        <translation>分包单位</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>未进场</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Wage card</source>
        <translation>工资卡</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>元/日</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>元/时</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手工</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Chosen row</source>
        <translation>选中的一行</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>新的一行</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A working day begins at (earlier punches belong to the day before)</source>
        <translation>一个工作日从几点开始（更早的打卡算前一天）</translation>
    </message>
    <message>
        <source>First to last punch for a whole work-day (less is half a day)</source>
        <translation>首末打卡相隔多久算一个工日（不足算半天）</translation>
    </message>
    <message>
        <source>From first to last punch: whole, half or none</source>
        <translation>首末次打卡：一天、半天或不计</translation>
    </message>
    <message>
        <source>Hours between entries and exits, in quarters of 8 h</source>
        <translation>进出配对的工时：8 小时一天，按四分之一天计</translation>
    </message>
    <message>
        <source>How days are counted</source>
        <translation>计工规则</translation>
    </message>
    <message>
        <source>Punches a counted day needs</source>
        <translation>一天至少打卡几次才计工</translation>
    </message>
    <message>
        <source>Punches this close to the last one are counted once</source>
        <translation>多少秒以内的重复打卡只算一次</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Take over what a place or an agreement prescribes</source>
        <translation>采用预设</translation>
    </message>
    <message>
        <source>The rule counts every open month again. Locked sheets stay as they are, and days set by hand too.</source>
        <translation>保存后，未锁定的月份按新规则重新计算；已锁定的工资表和手工登记的日子不变。</translation>
    </message>
    <message>
        <source>Where the rule comes from</source>
        <translation>规则的依据</translation>
    </message>
    <message>
        <source>Work-days come from</source>
        <translation>工日怎样得来</translation>
    </message>
    <message>
        <source>as below</source>
        <translation>按下面填写的</translation>
    </message>
</context>
<context>
    <name>ScansDialog</name>
    <message>
        <source>File {count} contracts</source>
        <translation>归档 {count} 份合同</translation>
    </message>
    <message>
        <source>Scans of contracts</source>
        <translation>合同扫描件</translation>
    </message>
    <message>
        <source>Signed on (those signed already keep their day)</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>{number}&#x3000;{name}&#x3000;{pages} pages</source>
        <translation>{number}&#x3000;{name}&#x3000;{pages} 页</translation>
    </message>
    <message>
        <source>{pages} pages were read: {whole} whole contracts</source>
        <translation>共读 {pages} 页，齐全的合同 {whole} 份</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Persons, safe copies, appearance, and the journal of what was done.</source>
        <translation>人员、备份、外观，以及做过的每一件事。</translation>
    </message>
    <message>
        <source>Safe copies</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What belongs to the office rather than to one month.

Persons: who makes payments and who approves them; two different persons, each with a passphrase of his own.
Safe copies: choose a folder on another disk; a copy is made before every import, lock and submission and when Anxin is closed. Once a year restore one to a new folder, to see that it works.
Journal: every act with name and time, in one chain that cannot be changed unnoticed.

Keys: left and right arrow change the tab, up and down the row.</source>
        <translation>这里是整个账册的设置，不分月份。

人员：谁制单、谁复核，应是两个人，各有各的本人口令。
备份：选一个放在另一块硬盘上的文件夹；每次导入、锁定、提交之前和关闭时都自动备份。每年把一份备份恢复到新文件夹，看看能不能用。
日志：谁在什么时候做了什么，一条接一条，改动会被发现。

按键：左右方向键换标签，上下方向键换行。</translation>
    </message>
    <message>
        <source>What follows is journalled as {name}</source>
        <translation>以后的操作记在{name}名下</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Drop the bank&apos;s receipt here (PDF or picture)</source>
        <translation>把银行回单拖到这里（PDF 或图片）</translation>
    </message>
    <message>
        <source>Paid, by the bank&apos;s receipt</source>
        <translation>凭银行回单登记已发放</translation>
    </message>
    <message>
        <source>Record as paid</source>
        <translation>登记为已发放</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>回单说明了什么</translation>
    </message>
    <message>
        <source>You vouch that the bank has paid them. The receipt is kept in the books; they are never sent again.</source>
        <translation>由你确认银行已经付款。回单存入账册，这些付款不会再次发送。</translation>
    </message>
    <message>
        <source>{count} payments, {total}: {names}</source>
        <translation>{count} 笔，{total}：{names}</translation>
    </message>
</context>
<context>
    <name>SettlementDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Due {due}, paid {paid}: {balance} yuan are still open.</source>
        <translation>应付 {due}，已付 {paid}，还差 {balance} 元。</translation>
    </message>
    <message>
        <source>Everything is paid: due {due}, paid {paid}, balance 0.00.</source>
        <translation>应付 {due}，已付 {paid}，尚欠 0.00：已全部付清。</translation>
    </message>
    <message>
        <source>Exit settlement of {name}</source>
        <translation>退场结算单：{name}</translation>
    </message>
    <message>
        <source>Filing the scan</source>
        <translation>登记扫描件</translation>
    </message>
    <message>
        <source>It proves nothing until everything is paid.</source>
        <translation>付清以前，这张单子不能作为结清凭证。</translation>
    </message>
    <message>
        <source>Print it, let him sign, then file the scan.</source>
        <translation>请打印，由本人签字按手印，再登记扫描件。</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Settled and signed on {day}.</source>
        <translation>已结清，{day} 签字。</translation>
    </message>
    <message>
        <source>Signed: file the scan …</source>
        <translation>已签字，登记扫描件…</translation>
    </message>
    <message>
        <source>The signed scan</source>
        <translation>签字扫描件</translation>
    </message>
    <message>
        <source>exit-settlement-{name}.pdf</source>
        <translation>退场结算单-{name}.pdf</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Record as signed</source>
        <translation>登记签字</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>The scan, if it is at hand</source>
        <translation>扫描件（有就放这里，没有可以以后再放）</translation>
    </message>
    <message>
        <source>You vouch that both sides have signed and sealed {count} contracts.</source>
        <translation>您确认 {count} 份合同双方已经签字盖章。</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature</source>
        <translation>签字处</translation>
    </message>
</context>
<context>
    <name>SignedDialog</name>
    <message>
        <source>File signed sheets</source>
        <translation>登记签字的确认表</translation>
    </message>
    <message>
        <source>File {count} sheets</source>
        <translation>登记 {count} 张</translation>
    </message>
    <message>
        <source>Signed by hand on</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>{file} shows: {sheets}</source>
        <translation>{file} 上认出：{sheets}</translation>
    </message>
</context>
<context>
    <name>SignedScans</name>
    <message>
        <source>Read scans …</source>
        <translation>读取扫描件…</translation>
    </message>
    <message>
        <source>Reading signed sheets</source>
        <translation>读取签字扫描件</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Scans of signed wage sheets</source>
        <translation>签了字的工资支付表扫描件</translation>
    </message>
    <message>
        <source>{count} lines recorded as signed on paper</source>
        <translation>已登记 {count} 行纸质签字</translation>
    </message>
</context>
<context>
    <name>SignedScansDialog</name>
    <message>
        <source> (supplementary {number})</source>
        <translation>（补充表 {number}）</translation>
    </message>
    <message>
        <source>; pages {pages} are missing</source>
        <translation>；缺第 {pages} 页</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Register {count} signatures</source>
        <translation>登记 {count} 个签字</translation>
    </message>
    <message>
        <source>Scans of signed wage sheets</source>
        <translation>签了字的工资支付表扫描件</translation>
    </message>
    <message>
        <source>look at every box</source>
        <translation>请逐格查看</translation>
    </message>
    <message>
        <source>no code found</source>
        <translation>没有读出二维码</translation>
    </message>
    <message>
        <source>not of this month or project</source>
        <translation>不是这个月或本项目的</translation>
    </message>
    <message>
        <source>printed before a change</source>
        <translation>改动以前打印的</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>sheet is locked</source>
        <translation>表已审核或锁定</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>{file}, page {page}</source>
        <translation>{file} 第 {page} 页</translation>
    </message>
    <message>
        <source>{pages} pages were read, {good} of them can be registered</source>
        <translation>读了 {pages} 页，其中 {good} 页可以登记</translation>
    </message>
    <message>
        <source>{sheet}, page {number}</source>
        <translation>{sheet} 第 {number} 页</translation>
    </message>
    <message>
        <source>{sheet}: {percent} % signed – {before} before, {filled} now, {doubtful} doubtful, of {payable}</source>
        <translation>{sheet}：签字率 {percent}%（应签 {payable} 人，原已签 {before}，这次读到 {filled}，看不准 {doubtful}）</translation>
    </message>
</context>
<context>
    <name>SigningCard</name>
    <message>
        <source>Back to the list (F11)</source>
        <translation>回到名单（F11）</translation>
    </message>
    <message>
        <source>Confirm and sign</source>
        <translation>确认签字</translation>
    </message>
    <message>
        <source>I have a question</source>
        <translation>我有疑问</translation>
    </message>
    <message>
        <source>Net {net}</source>
        <translation>实发 {net}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>The signature is bound to exactly this line: {digest}</source>
        <translation>签字只对上面这一行有效，校验码 {digest}</translation>
    </message>
    <message>
        <source>Whole screen (F11)</source>
        <translation>全屏（F11）</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>重写</translation>
    </message>
    <message>
        <source>{days} work-days</source>
        <translation>出勤 {days} 工日</translation>
    </message>
    <message>
        <source>{month} wages · {team} · {trade} · {id}</source>
        <translation>{month}工资 · {team} · {trade} · {id}</translation>
    </message>
    <message>
        <source>{signed} of {payable} signed</source>
        <translation>已签字 {signed}/{payable}</translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>1. Choose a team and press F11: the screen shows nothing but one worker&apos;s own line. Hand it over; he signs with pen, finger or mouse, then presses the button.
2. Who doubts a figure is skipped with a note; nothing is changed.
3. Who signed the printed sheet: drop the scans of all pages here; the code finds the sheet, the ink who signed. Or “Signed on paper”, with any scan as evidence.
4. Who is away: move him to a supplementary sheet on the wages page.
A signature counts for exactly what was shown; if the figures change, the line has to be signed again.</source>
        <translation>1. 选班组，按 F11 全屏：屏幕上只有一个人自己的一行。交给本人，用笔、手指或鼠标签字，再按确认。
2. 对数字有疑问的先跳过并记下来，数字不改。
3. 在打印的工资表上签了字的：把各页的扫描件拖到这里，按二维码找到表，按墨迹看谁签了；或者点“登记纸上签字”，附上扫描件。
4. 不在工地的：到工资表页移到补充工资表。
签字只对当时显示的内容有效；数字变了，须重新签字。</translation>
    </message>
    <message>
        <source>Each worker signs his own line, on this screen or on paper.</source>
        <translation>每个人签自己的一行，在屏幕上签，或在纸上签后登记。</translation>
    </message>
    <message>
        <source>Everybody has signed, and the wage sheets are locked.</source>
        <translation>全部签完了，工资表已经锁定。</translation>
    </message>
    <message>
        <source>Everybody has signed. Audit and lock the wage sheets now.</source>
        <translation>全部签完了。现在可以审核并锁定工资表。</translation>
    </message>
    <message>
        <source>Everybody of {team} has signed.</source>
        <translation>{team}全部签完了。</translation>
    </message>
    <message>
        <source>Go and lock the wage sheets</source>
        <translation>全部签完，去锁定</translation>
    </message>
    <message>
        <source>Go to paying</source>
        <translation>去发放</translation>
    </message>
    <message>
        <source>Go to the wage sheets</source>
        <translation>去工资表</translation>
    </message>
    <message>
        <source>Next team</source>
        <translation>下一个班组</translation>
    </message>
    <message>
        <source>Not yet signed</source>
        <translation>未签字名单</translation>
    </message>
    <message>
        <source>Signed on paper …</source>
        <translation>登记纸上签字…</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>There is nothing to sign in this month. Make the wage sheets first.</source>
        <translation>本月没有需要签字的。请先编制工资表。</translation>
    </message>
    <message>
        <source>has a question</source>
        <translation>有疑问</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>{count} lines recorded as signed on paper</source>
        <translation>已登记 {count} 人纸上签字</translation>
    </message>
    <message>
        <source>{name} has signed {net}</source>
        <translation>{name} 已签字，{net}</translation>
    </message>
    <message>
        <source>{signed} of {payable} signed</source>
        <translation>已签字 {signed}/{payable}</translation>
    </message>
    <message>
        <source>{team}  {signed}/{payable}</source>
        <translation>{team}  {signed}/{payable}</translation>
    </message>
</context>
<context>
    <name>SiteImport</name>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Building permit</source>
        <translation>施工许可证</translation>
    </message>
    <message>
        <source>Drop a site.json here: project, companies, account and notice block.</source>
        <translation>把 site.json 拖到这里：项目、单位、账户和告示牌内容。</translation>
    </message>
    <message>
        <source>Is there a project file (site.json)? Choose it or drop it here.</source>
        <translation>已有项目文件（site.json）？选择它，或拖到这里。</translation>
    </message>
    <message>
        <source>Labour officer</source>
        <translation>劳资专管员</translation>
    </message>
    <message>
        <source>Special account</source>
        <translation>专用账户</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>这个文件用不了</translation>
    </message>
</context>
<context>
    <name>SitePanel</name>
    <message>
        <source>A day, s</source>
        <translation>每天快（秒）</translation>
    </message>
    <message>
        <source>Ahead, s</source>
        <translation>快（秒）</translation>
    </message>
    <message>
        <source>At two gates at once</source>
        <translation>两机同时打卡</translation>
    </message>
    <message>
        <source>Change the rule …</source>
        <translation>修改计工规则…</translation>
    </message>
    <message>
        <source>Clocks of the gates</source>
        <translation>闸机时钟</translation>
    </message>
    <message>
        <source>Declare a stoppage …</source>
        <translation>申报停工…</translation>
    </message>
    <message>
        <source>Declare {month} without work …</source>
        <translation>申报{month}无用工…</translation>
    </message>
    <message>
        <source>Declared on</source>
        <translation>申报日期</translation>
    </message>
    <message>
        <source>Declared stoppages</source>
        <translation>停工</translation>
    </message>
    <message>
        <source>Earlier imports …</source>
        <translation>导入记录…</translation>
    </message>
    <message>
        <source>Enter a reading …</source>
        <translation>登记对时…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>闸机</translation>
    </message>
    <message>
        <source>How days are counted, when work stood still, and whether the gates&apos; clocks are right: said once, it counts for every day.</source>
        <translation>怎样计工、哪些天停工、闸机的时钟准不准：说一次，每天都按它算。</translation>
    </message>
    <message>
        <source>Impossible times</source>
        <translation>时间不可能</translation>
    </message>
    <message>
        <source>Last reading</source>
        <translation>上次对时</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Read a gate&apos;s clock beside a phone&apos;s once a week: a gate that is two minutes wrong splits or swallows punches.</source>
        <translation>每周拿手机对一次闸机的时间：差两分钟的闸机，会把一次打卡拆成两次，或者吞掉一次。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>依据：{source}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The reading is kept</source>
        <translation>对时已登记</translation>
    </message>
    <message>
        <source>The stoppage is kept</source>
        <translation>停工已登记</translation>
    </message>
    <message>
        <source>The stoppage is taken back</source>
        <translation>停工已撤回</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Work resumes …</source>
        <translation>复工…</translation>
    </message>
    <message>
        <source>Work-days are hours between entries and exits, 8 h a day, in quarters; at least {punches} punches; a day begins at {boundary}.</source>
        <translation>按进出配对的工时计工日：8 小时一天，按四分之一天计；至少打卡 {punches} 次；日界 {boundary}。</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已存</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>没有对过时</translation>
    </message>
    <message>
        <source>not yet resumed</source>
        <translation>未复工</translation>
    </message>
    <message>
        <source>set it right</source>
        <translation>请校准</translation>
    </message>
    <message>
        <source>{month} is an ordinary month again</source>
        <translation>已撤回{month}的无用工申报</translation>
    </message>
    <message>
        <source>{month} is declared without work</source>
        <translation>{month}已申报无用工</translation>
    </message>
    <message>
        <source>{month} was not without work …</source>
        <translation>撤回{month}无用工</translation>
    </message>
    <message>
        <source>{punches} punches and {minutes} minutes from first to last make a work-day, less is half a day; a day begins at {boundary}.</source>
        <translation>打卡 {punches} 次、首末相隔 {minutes} 分钟计一个工日，不足的计半天；日界 {boundary}。</translation>
    </message>
</context>
<context>
    <name>StepsDialog</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step {place} of {all}</source>
        <translation>第 {place} / {all} 步</translation>
    </message>
</context>
<context>
    <name>StoppageDialog</name>
    <message>
        <source>Declare a stoppage</source>
        <translation>申报停工</translation>
    </message>
    <message>
        <source>Declared to the platform or the authority on (if it was)</source>
        <translation>向平台或主管部门申报的日期（没有可不填）</translation>
    </message>
    <message>
        <source>First day without work</source>
        <translation>停工第一天</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Last day without work (empty: not yet resumed)</source>
        <translation>停工最后一天（还没复工的留空）</translation>
    </message>
    <message>
        <source>Paper that proves it (if there is one)</source>
        <translation>申报材料（没有可不选）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Work resumes</source>
        <translation>复工</translation>
    </message>
</context>
<context>
    <name>Strangers</name>
    <message>
        <source>Numbers that mean nobody yet: {numbers}. Say whose they are afterwards.</source>
        <translation>还没有登记的考勤号：{numbers}。导入以后可以指定给本人。</translation>
    </message>
    <message>
        <source>{count} unknown gate numbers may be these workers. Give them their numbers:</source>
        <translation>{count} 个未登记的考勤号可能是下面这些人的，勾选的会指定给本人：</translation>
    </message>
    <message>
        <source>{number} · {count} punches → {name} ({why})</source>
        <translation>{number} · 打卡 {count} 次 → {name}（{why}）</translation>
    </message>
</context>
<context>
    <name>TakeSeat</name>
    <message>
        <source>Own passphrase of {name}</source>
        <translation>{name} 的本人口令</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>换此人使用</translation>
    </message>
    <message>
        <source>What follows is journalled under this name.</source>
        <translation>之后做的每件事都记在这个人名下。</translation>
    </message>
    <message>
        <source>{name} takes over</source>
        <translation>换 {name} 使用</translation>
    </message>
</context>
<context>
    <name>TeamsTab</name>
    <message>
        <source>A new team</source>
        <translation>新增班组</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>平台登记</translation>
    </message>
    <message>
        <source>Filed with the platform on</source>
        <translation>已在平台登记（日期）</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>班组长</translation>
    </message>
    <message>
        <source>Leader, one of its people</source>
        <translation>班组长（本班组的工人）</translation>
    </message>
    <message>
        <source>No teams yet. The roster brings them along, or enter them here.</source>
        <translation>还没有班组。导入名册时会带进来，也可以在这里录入。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Subcontractor</source>
        <translation>分包单位</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>The chosen team</source>
        <translation>选中的班组</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>{teams} teams, {people} people on site</source>
        <translation>{teams} 个班组，在场 {people} 人</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message>
        <source>{count} workers</source>
        <translation>合计 {count} 人</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>1 File</source>
        <translation>1 选文件</translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation>2 对列名</translation>
    </message>
    <message>
        <source>3 Check and mend</source>
        <translation>3 核对与改正</translation>
    </message>
    <message>
        <source>4 Compare</source>
        <translation>4 与账册比对</translation>
    </message>
    <message>
        <source>5 Done</source>
        <translation>5 完成</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>All teams</source>
        <translation>全部班组</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Entry training on safety, three levels</source>
        <translation>三级安全教育（进场培训）</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>学时</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Record a safety training</source>
        <translation>登记安全培训</translation>
    </message>
    <message>
        <source>Record {count} who passed</source>
        <translation>登记 {count} 人合格</translation>
    </message>
    <message>
        <source>Show the team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Sign-in sheet or test: PDF, PNG or JPEG</source>
        <translation>签到表或考核表：PDF、PNG 或 JPEG</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>培训人</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Who passed</source>
        <translation>合格的人</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Anxin</source>
        <translation>安薪</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the books</source>
        <translation>打开账册</translation>
    </message>
    <message>
        <source>Opening the books …</source>
        <translation>正在打开账册…</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>口令或恢复码</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>The next try is possible in {seconds} seconds.</source>
        <translation>请等 {seconds} 秒后再试。</translation>
    </message>
</context>
<context>
    <name>WagesTab</name>
    <message>
        <source>A month (yuan)</source>
        <translation>月标准（元）</translation>
    </message>
    <message>
        <source>A new minimum wage</source>
        <translation>新增最低工资</translation>
    </message>
    <message>
        <source>An hour, part-time (yuan)</source>
        <translation>小时标准（元）</translation>
    </message>
    <message>
        <source>Area {area}: the row in force on the day counts.</source>
        <translation>区划 {area}：按当天有效的一行执行。</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Enter the area code of the project first; the rows belong to an area.</source>
        <translation>请先填项目的行政区划代码，最低工资按地区执行。</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>执行日期</translation>
    </message>
    <message>
        <source>No minimum wage for this area yet. The notice block of a site.json has it.</source>
        <translation>本地区还没有最低工资标准。site.json 的告示牌部分会带进来。</translation>
    </message>
    <message>
        <source>The chosen minimum wage</source>
        <translation>选中的最低工资</translation>
    </message>
</context>
<context>
    <name>WatchListsDialog</name>
    <message>
        <source>Any table with names: choose it or drop it here.</source>
        <translation>任何带姓名的表格：选择文件，或拖到这里。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Bad records</source>
        <translation>不良行为记录</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Kind of list</source>
        <translation>名单类别</translation>
    </message>
    <message>
        <source>Lists that authorities and associations publish. Whoever is named is told at import and at entry; nobody is refused by the program.</source>
        <translation>主管部门、协会发布的名单。导入名册、办理进场时对上的人会提示出来；只提示，不自动拒绝。</translation>
    </message>
    <message>
        <source>No lists yet. Say below who publishes one.</source>
        <translation>还没有名单。请在下面写明来源，再选文件。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Put it on the books</source>
        <translation>记入账册</translation>
    </message>
    <message>
        <source>Remove the list</source>
        <translation>移除名单</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The list is on the books: {count} people</source>
        <translation>名单已记入账册：{count} 人</translation>
    </message>
    <message>
        <source>Watch lists</source>
        <translation>黑名单、不良行为记录</translation>
    </message>
    <message>
        <source>Who publishes it, and where it was taken from</source>
        <translation>谁发布的，从哪里取得</translation>
    </message>
    <message>
        <source>{kind} of {source}: {count} people; it takes the place of {replaced}. {matches} of the office&apos;s workers may be meant.</source>
        <translation>{kind}（{source}）：{count} 人，替换原有 {replaced} 人；账册里的工人有 {matches} 人可能在名单上。</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Does not add up: {items}</source>
        <translation>合计不符：{items}</translation>
    </message>
    <message>
        <source>Every figure adds up to the fen.</source>
        <translation>各级数字逐分相符。</translation>
    </message>
    <message>
        <source>Every figure unfolds: → opens, ← closes, * opens all below.</source>
        <translation>每个数字都可以展开：→ 展开，← 收起，* 全部展开。</translation>
    </message>
    <message>
        <source>How it comes about</source>
        <translation>怎么来的</translation>
    </message>
    <message>
        <source>Looking it up …</source>
        <translation>正在查…</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Why this figure: {name}</source>
        <translation>数字的来历：{name}</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>元</translation>
    </message>
</context>
<context>
    <name>WhyInspector</name>
    <message>
        <source>Advance or deduction …</source>
        <translation>预支、扣款…</translation>
    </message>
    <message>
        <source>Down to the punches …</source>
        <translation>追到打卡…</translation>
    </message>
    <message>
        <source>Move to a supplementary sheet …</source>
        <translation>移到补充工资表…</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>实发</translation>
    </message>
    <message>
        <source>No bank card</source>
        <translation>没有工资卡</translation>
    </message>
    <message>
        <source>Why this figure</source>
        <translation>为什么是这个数</translation>
    </message>
</context>
<context>
    <name>WorkerInspector</name>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>录入方式</translation>
    </message>
    <message>
        <source>Change card</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>Device numbers</source>
        <translation>考勤号</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>进场</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>离场</translation>
    </message>
    <message>
        <source>Exit settlement signed on {day}</source>
        <translation>{day} 签了退场结算单</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>在本项目</translation>
    </message>
    <message>
        <source>Let leave …</source>
        <translation>离场…</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>调班组…</translation>
    </message>
    <message>
        <source>No card yet: wages cannot be paid to a bank.</source>
        <translation>还没有工资卡，不能银行代发。</translation>
    </message>
    <message>
        <source>No pay standard yet: his days cannot be paid.</source>
        <translation>还没有计薪标准，出勤算不出工资。</translation>
    </message>
    <message>
        <source>None: his days are entered in the month grid.</source>
        <translation>没有考勤号，出勤在月表里手工登记。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Pay standards</source>
        <translation>计薪标准</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Pictures …</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Read the card …</source>
        <translation>读身份证…</translation>
    </message>
    <message>
        <source>Settle …</source>
        <translation>结算…</translation>
    </message>
    <message>
        <source>Sex and nation</source>
        <translation>性别民族</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>Shows identity and card numbers; it is journalled</source>
        <translation>显示完整的身份证和卡号，会记入日志</translation>
    </message>
    <message>
        <source>Wage cards</source>
        <translation>工资卡</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今</translation>
    </message>
</context>
<context>
    <name>WorkerPictures</name>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Each is sealed with a key of his own and deleted on its day; every look stands in the journal.</source>
        <translation>每个人的照片用他自己的密钥加密，到期删除；每次查看都记入日志。</translation>
    </message>
    <message>
        <source>Last day …</source>
        <translation>删除日期…</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Pictures of {name}</source>
        <translation>{name} 的照片与证件复印件</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>kept, to be deleted on {day}</source>
        <translation>已存，{day} 到期删除</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
</context>
<context>
    <name>_Busy</name>
    <message>
        <source>One moment: the key is made so that guessing it is slow.</source>
        <translation>请稍等：正在生成不易被猜出的钥匙。</translation>
    </message>
</context>
<context>
    <name>_Waiting</name>
    <message>
        <source>Choose the reader&apos;s port and begin</source>
        <translation>选好读卡器的串口，开始读卡</translation>
    </message>
    <message>
        <source>Lay the card flat on the reader</source>
        <translation>请把身份证平放在读卡器上</translation>
    </message>
    <message>
        <source>No serial port was found</source>
        <translation>没有找到串口</translation>
    </message>
    <message>
        <source>Plug the reader in and look again, or type the port&apos;s name above.</source>
        <translation>请插好读卡器后重新查找，或者在上面写串口的名字。</translation>
    </message>
    <message>
        <source>The card is read at the reader; the photo stays sealed.</source>
        <translation>文字和照片都从芯片读出；照片加密存放，不解码。</translation>
    </message>
    <message>
        <source>Waiting at {port}</source>
        <translation>正在 {port} 等待</translation>
    </message>
</context>
</TS>
