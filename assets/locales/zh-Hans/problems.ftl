# Problems of a blueprint: a message and a hint ("-hint") for each.

severity-error = 错误
severity-warning = 警告
severity-hint = 提示

problem-missing-time = “{ $place }”缺少时间
problem-missing-time-hint = 请填写所需时间，例如 45 秒或 2 分钟
problem-not-connected = “{ $place }”没有连线
problem-not-connected-hint = 请与前后步骤相连；在此之前不计入各项指标
problem-shares-do-not-add-up =
    { $amount ->
        [none] “{ $place }”有一个出口没有填写比例
       *[other] “{ $place }”各出口的比例合计 { $amount }，不是 100%
    }
problem-shares-do-not-add-up-hint = 请填写每个出口的比例，合计为 100%
problem-shares-differ = “{ $place }”处的比例不一致
problem-shares-differ-hint = 同一组同时进行的步骤之间只有一个比例，同一组的入口也是：请填写相同的比例，或将其余的留空
problem-flow-inside-moment = “{ $place }”同时进行，却有“先后”连线从一个指向另一个
problem-flow-inside-moment-hint = 请删除该连线，或删除它们之间的“同时进行”连线
problem-several-decisions = “{ $place }”与另一个判断同时进行
problem-several-decisions-hint = 同一组同时进行的步骤只保留一个判断，或让它们一前一后
problem-loop-without-exit = 顾客无法离开这个循环：{ $steps }
problem-loop-without-exit-hint = 请增加出口：从某个判断引向后面的步骤
problem-rework-without-decision = “{ $place }”返回前面的步骤，但没有判断谁该返回
problem-rework-without-decision-hint = 请将其改为判断，并填写返回的比例
problem-ambiguous-join = 进入“{ $place }”的各条连线是否互相等待并不明确
problem-ambiguous-join-hint = 请在该步骤注明是等齐再继续，还是不等待、各自继续；同一组同时进行的步骤应一致
problem-unbalanced-join = 汇合到“{ $place }”的各分支顾客数不同
problem-unbalanced-join-hint = 请检查各分支上的判断，或改为不等待、各自继续
problem-entries-do-not-add-up =
    { $amount ->
        [none] 有一个入口没有填写到达比例
       *[other] 各入口的到达比例合计 { $amount }，不是 100%
    }
problem-entries-do-not-add-up-hint = 请为每个有顾客到达的步骤填写所占比例
problem-need-without-role = “{ $place }”无人可用
problem-need-without-role-hint = 请增加所需角色的人数或在岗率
problem-count-above-headcount =
    { $amount ->
        [none] “{ $place }”同时所需的数量超过现有数量
       *[other] “{ $place }”同时所需的数量超过现有的 { $amount } { measure }
    }
problem-count-above-headcount-hint = 请增加人数，或减少该步骤所需的数量
problem-overloaded-role =
    { $amount ->
        [none] “{ $place }”的工作量超过可用时间
       *[other] “{ $place }”的工作量超过可用时间：利用率 { $amount }
    }
problem-overloaded-role-hint = 排队人数会一直增加：请增加人手、缩短步骤或降低需求
problem-one-server-assumed = “{ $place }”按一个服务台计算
problem-one-server-assumed-hint = 它有时间但没有角色：请注明由谁来做，或有几个席位
problem-several-entries = 顾客同时从多个步骤开始：{ $steps }
problem-several-entries-hint = 若每位顾客都要经过则正确；否则请填写各处开始的比例
problem-entry-assumed = 没有写明顾客从哪里进入：按从“{ $place }”进入计算
problem-entry-assumed-hint = 这个循环中的每个步骤都有前面的步骤：请在正确的步骤把“由此进入”填为 100%
problem-batch-above-places =
    { $amount ->
        [none] “{ $place }”一起服务的人数超过可同时容纳的人数
       *[other] “{ $place }”一起服务的人数超过可同时容纳的 { $amount } 人
    }
problem-batch-above-places-hint = 目前按可容纳的人数计算：请增加席位，或减小批量
problem-nobody-on-duty =
    { $amount ->
        [none] 有顾客到来时，“{ $place }”无人在岗
       *[other] 从 { $amount } 起“{ $place }”无人在岗，而此时有顾客到来
    }
problem-nobody-on-duty-hint = 请安排班次或调整休息时间；若这段时间不营业，请将顾客数填为 0
problem-appointment-when-closed =
    { $amount ->
        [none] 有预约不在营业时间内：不会有顾客赴约
       *[other] { $amount } 不在营业时间内：该时间的预约不会有顾客赴约
    }
problem-appointment-when-closed-hint = 请将预约移到营业时间内，或延长营业时间
problem-classes-do-not-add-up =
    { $amount ->
        [none] 各紧急程度的占比合计不是全部顾客
       *[other] 各紧急程度的占比合计为 { $amount }，不是全部顾客
    }
problem-classes-do-not-add-up-hint = 请让各占比合计为 100%，或将其中一个留空，由其余占比推算
problem-batch-never-full =
    { $amount ->
        [none] 一天内到达“{ $place }”的顾客不够一批
       *[other] 一天内只有 { $amount } 位顾客到达“{ $place }”，不够一批
    }
problem-batch-never-full-hint = 请减小批量，或填写不足一批时最多等多久；按现状，要到关门时才开始
problem-trigger-rejoins = “{ $place }”从触发的工作回到了顾客的流程
problem-trigger-rejoins-hint = 顾客不等待被触发的工作：请删除此连线，或将触发改为先后
problem-unreachable = 没有顾客会到达“{ $place }”
problem-unreachable-hint = 请与顾客经过的步骤相连，或检查是否有 0% 的比例
problem-shares-rounded =
    { $amount ->
        [none] “{ $place }”的比例经过四舍五入：余数已按比例分摊
       *[other] “{ $place }”的比例合计 { $amount }，看来经过四舍五入：余数已按比例分摊
    }
problem-shares-rounded-hint = 请填写更多小数位，或将其中一个比例留空，由其余比例推算
problem-role-names-another = “{ $place }”是单独的一个角色，但名称中含有另一个角色的名称
problem-role-names-another-hint = 同时需要多个角色时，请分别填写；任一角色即可时，请填写在同一项需求中；若是同样的人，请只保留一个角色
problem-duplicate-name = “{ $place }”与其他名称重复
problem-duplicate-name-hint = 请各取不同的名称，以便在指标和表格中区分
problem-tolerance-broken =
    { $amount ->
        [none] “{ $place }”超过了可接受的时间
       *[other]
            { $what ->
                [wait] 在“{ $place }”的等待超过可接受时间 { $amount }
               *[step] “{ $place }”超过可接受时间 { $amount }
            }
    }
problem-tolerance-broken-hint = 请缩短该步骤或等待，或检查顾客可接受的时间
problem-evidence-missing = “{ $place }”接触顾客，却没有有形展示
problem-evidence-missing-hint = 请补充顾客在此看到和接触到的有形展示
problem-fail-without-recovery = “{ $place }”可能失误，却没有注明如何补救
problem-fail-without-recovery-hint = 请说明补救办法，或连到负责补救的步骤
problem-rate-missing = “{ $place }”没有每小时成本
problem-rate-missing-hint = 请填写每小时成本；在此之前无法得出每位顾客成本
problem-may-stay = “{ $place }”之后由同一人接着做{ $steps }，但每步之前都要排队
problem-may-stay-hint = 如果此人一直服务该顾客，就是一次服务，只等待一次
problem-may-stay-mend = 保留给该顾客
problem-deadlock = 顾客在{ $steps }可能永远互相等待：各自占用着对方所等的资源
problem-deadlock-hint = 在同一步骤中一次要齐，或各处按相同的顺序占用，或先归还已占用的再等待
problem-left-unserved =
    { $amount ->
        [none] 有顾客在{ $steps }未获接待：最后在岗的“{ $place }”人数不足
       *[other]
            { $until ->
                [none] 每天有 { $amount } 位顾客在{ $steps }未获接待：最后在岗的“{ $place }”人数不足
               *[other] 每天有 { $amount } 位顾客在{ $steps }未获接待：{ $until } 之后“{ $place }”无人在岗
            }
    }
problem-left-unserved-hint = 见于一天的仿真。可延长班次直到接待完毕，或不再接待下班前无法完成的顾客
problem-stuck-in-circle =
    { $amount ->
        [none] 有顾客未获接待：他们在{ $steps }互相等待，各自占用着对方所等的资源
       *[other]
            { $by ->
                [day] 每天有 { $amount } 位顾客未获接待：他们在{ $steps }互相等待，各自占用着对方所等的资源
               *[hour] 有顾客未获接待（{ $amount }）：他们在{ $steps }互相等待，各自占用着对方所等的资源
            }
    }
problem-stuck-in-circle-hint = 见于仿真。可在同一步骤中一次要齐，或各处按相同的顺序占用，或先归还已占用的再等待
problem-customers-give-up =
    { $amount ->
        [none] 顾客在“{ $place }”等得太久而离开
       *[other]
            { $by ->
                [day] 顾客在“{ $place }”等得太久而离开：每天 { $amount } 位
               *[hour] 顾客在“{ $place }”等得太久而离开：{ $amount }
            }
    }
problem-customers-give-up-hint = 见于仿真。可在高峰增派人手、缩短工作时间，或如实告知等待时间
problem-customers-find-no-room =
    { $amount ->
        [none] 顾客在“{ $place }”找不到位置而离开
       *[other]
            { $by ->
                [day] 顾客在“{ $place }”找不到位置而离开：每天 { $amount } 位
               *[hour] 顾客在“{ $place }”找不到位置而离开：{ $amount }
            }
    }
problem-customers-find-no-room-hint = 见于仿真。可增加位置，或缩短下一步的等待
problem-demand-not-attained =
    { $amount ->
        [none] 到来的顾客多于实际可达到的流量，因为需要同时到位的人员互相等待
       *[other] 到来的顾客多于实际可达到的流量，因为需要同时到位的人员互相等待：队列增长 { $amount }
    }
problem-demand-not-attained-hint = 见于仿真。可在共用处增派人手，或减少接待的顾客

place-between = { $from } → { $to }
place-outside = 流程之外
place-sheet = 整张蓝图
place-unknown = 已不存在的内容

# The list of problems.

problems-none = 没有发现问题
problems-none-help = 图中的缺口和服务的薄弱之处会列在这里
problems-of-sheets = 规划表
