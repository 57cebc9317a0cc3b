<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AttendancePage</name>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting rule …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are as they were before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are set again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra hours …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import punches …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, initials or team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next single punch (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody works on this project in this month yet. Import the roster first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only single punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for changes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counting rule is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted block says what the grid says already; nothing to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type √, △, ×, 0, 0.25, 0.5, 0.75, 1, or hours such as 6 or 7.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who worked on which day. Type √, △, 1, 0.5 or hours; mend single punches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new punches imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: no punches yet. Import the gate&apos;s file, or type the days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} gate numbers unknown ({count} punches) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no sign and no number of days or hours; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√ or 1 is a whole work-day, △ or 0.5 half a day, × or 0 none; 0.25 and 0.75 too; figures above 1 are hours. Delete lets the punches count again. Ctrl+V pastes a block from Excel and shows it first. F4 goes to the next single punch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendanceWords</name>
    <message>
        <source>A single punch counts {days}: please mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First to last {span}, less than {least}: {days} work-days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First to last {span}, {least} reached: {days} work-days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holiday 300 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overtime 150 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punches {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest day 200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by hand to {days} work-days: {reason} ({name}, {moment})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next day {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} punches, {least} are needed: {days} work-days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} repeated within {seconds} s are counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} (weekday {weekday})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {span} approved by {name}</source>
        <translation type="unfinished"></translation>
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
    <name>ChangeCard</name>
    <message>
        <source>Bank and branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNAPS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the wage card of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on the account, if another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now {card}. Sheets already locked keep the card they were locked with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no card yet.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate number {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the punches count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gate number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: only approved hours are paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punches, Beijing time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved {minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand mark taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set to {days} work-days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} work-days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditWorker</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the hour</source>
        <translation type="unfinished"></translation>
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
    <name>HomeWords</name>
    <message>
        <source>A copy takes seconds; keep it on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the team, then set the day by hand with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit and lock the wage sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the workers onto the books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody has signed. After locking the figures stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the punches from the gate, then choose the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to wages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the workers sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the month grid first, then let the sheet be prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the cards, then pay only these people again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pay day is agreed for this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker belongs to this month yet. The roster comes from a workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare the wage sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what the bank has answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some lines are not paid yet. Mend the cards and pay them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit the wages to the bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holiday table of {year} is not final yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last safe copy is {days} days old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pay date may move when the year&apos;s notice is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet is locked: {money} wait to be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their punches are kept; tell which worker each number means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no safe copy of the books yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These books come from a safe copy: ask the bank before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are never sent again before the bank has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wage sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent after the copy was made is not on these books.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever cannot sign is moved to a supplementary sheet with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days with a single punch count as 0 work-days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} device numbers belong to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines of the gate export could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} payments are unknown: the bank is being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} payments failed or were returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people have not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people have not signed their line yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} sheets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>Approve extra hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve {count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punches propose, a person approves: only approved hours are paid. Minutes can be changed by double click or F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ticked} of {count} ticked, {span} in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportRoster</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {count} workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the roster workbook here. Nothing is written before you accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row was checked; nothing is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this file is on the books already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written. Mend them in the file, save it, choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places must be put right in the workbook first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportsPanel</name>
    <message>
        <source>Earlier imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No roster has been imported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows, {new} new, {changed} changed</source>
        <translation type="unfinished"></translation>
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
    <name>Legend</name>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single punch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Anxin</source>
        <translation>安薪</translation>
    </message>
    <message>
        <source>Ctrl+1 … 9 pages · Ctrl+F find · Ctrl+P preview · Ctrl+Z undo · Esc back</source>
        <translation>Ctrl+1…9 换页 · Ctrl+F 查找 · Ctrl+P 预览 · Ctrl+Z 撤销 · Esc 返回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MembersField</name>
    <message>
        <source>Add a company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full registered name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General contractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name} from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subcontractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
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
    <name>Navigation</name>
    <message>
        <source>Attendance</source>
        <translation>考勤</translation>
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
        <source>Paper</source>
        <translation>打印</translation>
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
        <translation>花名册</translation>
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
    <name>NumbersDialog</name>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to (name or initials)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this day on (empty: from the beginning)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their punches are kept. They count as soon as the number has a worker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown gate numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Agree on a pay day with the workers and enter it in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the first project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody is paid. Print the sheet once more for the file if you need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last pay date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a person just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ribbon shows the month from the roster to the money. Press a step to go there. Below stands what needs a person, the gravest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wages of {month} have to be in the workers&apos; hands by this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project yet. Everything begins with one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this month still needs, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{project} · {month}: what is still to be done, in order.</source>
        <translation type="unfinished"></translation>
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
    <name>PasteDialog</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept with every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cells cannot be read and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cells lie outside the grid and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days change, {same} stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
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
    <name>ProjectForm</name>
    <message>
        <source>A working day begins at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbitration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area code (six digits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank and branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNAPS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Companies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint address (QR code)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract sum (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full names as registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How days are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labour cost share (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labour inspectorate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labour officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal aid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes of a whole day, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay day (1 to 31)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public legal service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punches of a valid day, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated punches within (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special account and pay day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervision platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who the notice board names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the same month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Online</source>
        <translation>已联网</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The project every page shows</source>
        <translation>各页都按这里选的项目显示</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>离线工作</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is kept with your name on every day and is printed. It is used for this session until you change it ({count} days now).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why are days set by hand?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Change card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days, wages or payments refer to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker yet. The roster comes from a workbook, checked row by row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only who is here this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster imported: {new} new, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import is taken back, but {count} workers stay: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type into the filter: a name, its pinyin initials, the last digits of an identity number, phone or card, or a team. Enter opens a worker at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works on the site, by real name; numbers are masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} workers in {teams} teams; {cards} without a wage card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterWords</name>
    <message>
        <source>Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subcontractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wage card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A working day begins at (earlier punches belong to the day before)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First to last punch for a whole work-day (less is half a day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How days are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punches a counted day needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punches this close to the last one are counted once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule counts every open month again. Locked sheets stay as they are, and days set by hand too.</source>
        <translation type="unfinished"></translation>
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
    <name>TotalsRow</name>
    <message>
        <source>{count} workers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkerInspector</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card yet: wages cannot be paid to a bank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pay standard yet: his days cannot be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: his days are entered in the month grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay standards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex and nation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows identity and card numbers; it is journalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wage cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
