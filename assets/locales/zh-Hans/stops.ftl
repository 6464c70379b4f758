# Stops of a lesson that is suggested.

stop-way = 像顾客一样读图
stop-way-note = 先从左到右看顾客行为，再在每一步往下看：谁在做，谁在后面，靠什么支持？
stop-waits = 谁在等谁？
stop-waits-ask = 顾客在哪里等，等的是谁？
stop-waits-note = 先让每个人指出来，再开口讨论。顾客看得见的队伍，往往不是它产生的地方。
stop-guess = 哪一步决定快慢？
stop-guess-ask = 整个服务的快慢由哪一步决定？
stop-guess-note = 先逐项举手，再计算。许多人会指向看得见的队伍；问一问：可视分界线后面是谁在工作？
stop-answer = 瓶颈
stop-answer-note = 最长的那一条最先满。流量等于人数除以每位顾客占用的时间；最小的一个决定快慢，其余都在等它。
stop-cure = 第一个办法
stop-cure-ask = 你会先改什么？
stop-cure-note = 一次只动一样，动之前先说会发生什么。瓶颈移到别的步骤时就停下：再往下，同样的办法不再有用。
stop-redesign = 重新设计
stop-redesign-ask = 人数不变，能否分工得更好？
stop-redesign-note = 谁也没有变快，只是把步骤合并，使忙的时候没有人闲着。问一问：员工需要学会什么？
stop-busy = 为什么忙就要等
stop-busy-note = 慢慢调高需求。等待不随负荷增长，而随剩下的余量增长：接近满负荷时，每多一位顾客，所有人都多等。
stop-day = 一天
stop-day-ask = 队伍什么时候最长，为什么是那时？
stop-day-note = 先播放这一天，再把时钟拖到队伍最长的时刻。队伍最长是在高峰之后，而不在高峰之时。
stop-compared = 前后对比
stop-compared-note = 两者用同一坐标轴。问一问：顾客得到了什么，员工得到了什么，代价是什么？
stop-money = 成本
stop-money-note = 人闲着也要付工资。问一问：满座时一位顾客要花多少，半空时又要花多少？
