# 数值的由来：用蓝图自己的数字算给人看。

why-customers-per-hour = 每小时 { $number } 位顾客{ $count ->
       *[other] {""}
    }
why-customers = { $number } 位顾客{ $count ->
       *[other] {""}
    }
why-servers = { $count } 个服务台
why-times = { $count } × { $what }
why-per-hour = { $amount } /小时
why-pool-places = { $name }的席位
why-pool-assumed = { $name }（假定的服务台）

why-capacity = { $offer } 个{ $pool } ÷ { $work } = { $rate }。
why-capacity-alike = { $pools }同样限制产量。
why-capacity-next = 其他资源都能服务更多顾客：其次是{ $pools }，{ $rate }，可多服务{ $gap }。
why-capacity-then = { $limit }{ $reach }
why-capacity-reach =
    { $units ->
       *[other] 增加 { $number } 个{ $pool }
    }，或减少当前瓶颈 { $share } 的工作量，即可达到。
why-capacity-reach-units =
    { $units ->
       *[other] 增加 { $number } 个{ $pool }
    }即可达到。
why-capacity-reach-work = 当前瓶颈的工作量减少 { $share } 即可达到。
why-capacity-slack = { $rate }，闲置 { $share }
why-work-setup =（{ $time } + 准备 { $setup }）
why-work-batch = { $work } ÷ { $batch }
why-work-kept = { $work } + 占用 { $kept }
why-work-count = { $work } × 同时 { $count } 个
why-work-count-all =（{ $work }）× 同时 { $count } 个
why-capacity-no-other = 没有其他限制。
why-cycle-time = 满负荷时每 { $time } 完成一位顾客：1 小时 ÷ { $customers }。
why-cycle-time-trap = 这不是顾客在此停留的时间，那是“全部时间”。
why-utilisation = 需求 { $demand } ÷ 每小时流量 { $capacity } = { $share }。
why-utilisation-spare = 还可多服务{ $rate }。
why-utilisation-full = 没有余量时，只要到达或时间有波动，队伍就会变长。
why-utilisation-grows = 队伍增长：{ $rate }。
why-rush-order = 各步骤时间 × 经过次数，合计 { $time }。
why-throughput = 各步骤（等待 + 时间）× 经过次数，合计 { $time }。
why-throughput-wait = 等待 { $wait } + { $time }
why-throughput-wait-several = { $count } ×（等待 { $wait } + { $time }）
why-forks = 同时进行的分支只计最长的一支。
why-wip = { $output } × { $time } = 平均 { $inside } 位顾客在场。
why-labour-content = 每位顾客占用各角色员工的时间，合计 { $time }。
why-labour-utilisation = 员工时间 { $content } × { $output } ÷ { $people }一小时的付薪工时 = { $share }。
why-balance = 员工时间 { $content } ÷（{ $people } × 作业时间 { $time }）= { $share }。
why-cost = 每小时支付 { $paid } ÷ { $output } = 每位顾客 { $cost }。
why-cost-material = 每小时支付 { $paid } ÷ { $output }，加材料 { $material } = 每位顾客 { $cost }。
why-cost-overhead = 间接费用
why-profit = （{ $price } − { $cost }）× { $output } = 每小时 { $profit }。
why-no-queue = 这里无人等待：来多少顾客就能接待多少。
why-queue = { $pool }：{ $servers }，忙碌 { $busy }，平均等待 { $wait }。
why-visits = 每位顾客平均经过 { $visits } 次。
why-arrivals = 到达

# 等待时间的算法及公式出处。

why-formula-erlang = M/M/c：泊松到达、指数服务时间时精确。
why-formula-pollaczek-khinchine = M/G/1：泊松到达、任意服务时间时精确。
why-formula-kimura = M/G/c：泊松到达、任意服务时间；变异系数平方不超过 4 时误差在 5% 以内。
why-formula-kraemer-langenbach-belz = GI/G/1：非泊松到达；在网络中误差通常在 20% 以内。
why-formula-whitt = GI/G/c：非泊松到达；在网络中误差通常在 20% 以内。
why-source = 出处：{ $source }
why-source-little = Little 1961，“A proof for the queuing formula L = λW”
why-source-erlang = Erlang 1917；网络见 Jackson 1957
why-source-pollaczek-khinchine = Pollaczek 1930、Khinchine 1932
why-source-kimura = Kimura 1986
why-source-kraemer-langenbach-belz = Krämer & Langenbach-Belz 1976
why-source-whitt = Whitt 1993

# 为何只是界限。

why-bound-waiting-room = 这是界限：等候区满时，前一步骤会被堵住。
why-bound-several-at-once = 这是界限：有步骤同时需要多个资源，而它们很少同时空闲。
why-bound-kept = 这是界限：有人员或设备一直陪着顾客，其间的等待没有计入。
why-bound-overlap = 这是界限：有步骤同时需要的资源也被其他步骤使用，因此一方忙碌时另一方只能空等。
why-bound-several-vary = 这是界限：同一时刻有多个时间在波动，其中最长者的平均值大于各自的平均值。
why-bound-side-by-side = 这是界限：分支同时进行，平均时间中最长的小于最长时间的平均值。
why-bound-not-only-staff = 这是界限：部分工作可能由员工以外的资源完成。
