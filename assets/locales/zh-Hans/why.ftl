# Why a figure is what it is: the arithmetic with the blueprint's own numbers.

why-customers-per-hour = 每小时 { $number } 位顾客{ $count ->
       *[other] {""}
    }
why-customers-at = 每{ $period } { $number } 位顾客{ $count ->
       *[other] {""}
    }
why-more-customers-at = 每{ $period }可多服务 { $number } 位顾客{ $count ->
       *[other] {""}
    }
why-growth-at = 每{ $period }增加 { $number } 位{ $count ->
       *[other] {""}
    }
why-customers = { $number } 位顾客{ $count ->
       *[other] {""}
    }
why-servers = { $count } 个服务台
why-times = { $count } × { $what }
why-per-hour = { $amount } /小时
why-pool-places =
    { $count ->
       *[other] { $name }的席位
    }
why-pool-assumed = “{ $name }”的假定服务台

# Capacity.

why-capacity =
    { $count ->
       *[other] { $offer } { measure }{ $pool }
    } ÷ { $work } = { $rate }。
why-capacity-alike =
    { $count ->
       *[other] { $pools }同样限制每{ $period }流量。
    }
why-capacity-next = 其他资源都能服务更多顾客：其次是{ $pools }，{ $rate }，{ $gap }。
why-capacity-then = { $limit }{ $reach }
why-capacity-reach =
    { $units ->
       *[other] 增加 { $number } { measure }{ $pool }
    }，或减少当前瓶颈 { $share } 的工作量，即可达到。
why-capacity-reach-units =
    { $units ->
       *[other] 增加 { $number } { measure }{ $pool }
    }即可达到。
why-capacity-reach-work = 当前瓶颈的工作量减少 { $share } 即可达到。
why-capacity-slack = { $rate }，闲置 { $share }
why-capacity-no-other = 没有其他限制。
why-work-setup =（{ $time } + 准备 { $setup }）
why-work-batch = { $work } ÷ { $batch }
why-work-kept = { $work } + 占用 { $kept }
why-work-count = { $work } × 同时 { $count } 个
why-work-count-all =（{ $work }）× 同时 { $count } 个
why-role-work = 一位顾客占用该角色的时间，逐步相加为 { $time }。
why-step-capacity = 同时服务 { $servers } ÷（{ $work }）= { $rate }。
why-step-batch = { $servers } × { $batch }
why-cycle-time = 满负荷时每 { $time } 完成一位顾客：1 小时 ÷ { $customers }。
why-cycle-time-trap = 这不是顾客在此停留的时间，那是“全部时间”。
why-utilisation = 需求 { $demand } ÷ 每{ $period }流量 { $capacity } = { $share }。
why-utilisation-spare = { $rate }。
why-utilisation-full = 没有余量时，只要到达或时间有波动，排队人数就会增加。
why-utilisation-grows = 排队人数{ $rate }。
why-order-teams-first = 先做需要几方同时到场的步骤，才能达到这一流量；否则先到的一方会空等。
why-order-stand-ins = 可以顶替他人的人员先做只有自己能做的工作，才能达到这一流量。

# Times.

why-rush-order = 各步骤时间 × 经过次数，合计 { $time }。
why-throughput = 各步骤（等待 + 时间）× 经过次数，合计 { $time }。
why-throughput-wait = 等待 { $wait } + { $time }
why-throughput-wait-several = { $count } ×（等待 { $wait } + { $time }）
why-settling = 需求稳定约 { $time }之后，等待才会达到这一水平。
why-settling-day = 需求稳定约 { $time }之后，等待才会达到这一水平：营业时间较短，实际等待会更短。
why-fork = { $name }之后同时进行
why-forks = 同时进行的分支只计最长的一支。
why-fork-on-arrival = 到达时同时进行
why-fork-fixed = 时间固定不变：除判断外，最长的分支总是同一支。
why-fork-random = 时间有波动时，任何分支都可能最后完成：由各时间的分布求出最长者的平均值。
why-fork-flatto-hahn = 两个相同的队列同时排队：泊松到达、指数服务时间时精确。
why-fork-nelson-tantawi = 多个相同的队列同时排队：泊松到达、指数服务时间；不超过 5 个且利用率不超过 80% 时误差在 2% 以内。
why-fork-contested = 各分支需要同一批人员：总时间不短于最长的分支，也不短于这些人员的全部工作量除以人数。
why-fork-longest-mean = 取平均时间最长的分支，它小于最长时间的平均值。
why-branch-empty = 直接通过
why-branch-longest = { $time }，由它决定
why-branch-slack = { $time }，时差（富余时间）{ $slack }
why-wip = { $output } × { $time } = 平均 { $inside } 位顾客在场。

# Labour and money.

why-labour-content = 每位顾客占用各角色员工的时间，合计 { $time }。
why-labour-utilisation = 员工时间 { $content } × { $output } ÷ { $people }一小时的付薪工时 = { $share }。
why-balance = 员工时间 { $content } ÷（{ $people } × 作业时间 { $time }）= { $share }。
why-cost = 每小时支付 { $paid } ÷ { $output } = 每位顾客 { $cost }。
why-cost-material = 每小时支付 { $paid } ÷ { $output }，加材料 { $material } = 每位顾客 { $cost }。
why-cost-overhead = 间接费用
why-profit = （{ $price } − { $cost }）× { $output } = 每小时 { $profit }。
why-margin = { $price } − { $cost } = 每位顾客 { $margin }。
why-busy-cost = 各角色为一位顾客工作的时间 × 每小时成本，合计 { $cost }。
why-execution-profit = { $price } − 工作 { $busy } − 材料 { $material } = 每位顾客 { $profit }。
why-execution-profit-idle = 这里只计工作时间；空闲时间的费用计入每位顾客成本。
why-break-even = （{ $price } − 材料 { $material }）÷ 每分钟 { $rate } = { $time }。
why-break-even-now = 目前执行需要 { $time }。
why-delay-cost = 工作 { $busy } ÷ { $time } = 每分钟 { $rate }。
why-step-delay-cost = 这里每次多一分钟的成本为 { $rate }。

# Waiting.

why-no-queue = 这里无人等待：来多少顾客就能接待多少。
why-queue = { $pool }：{ $servers }，忙碌 { $busy }，平均等待 { $wait }。
why-queue-service-scv = 服务时间的变异系数平方为 { $service }。
why-queue-gap-scv = 到达间隔的变异系数平方为 { $gaps }。
why-queue-both-scv = 变异系数平方：到达间隔 { $gaps }，服务时间 { $service }。
why-queue-basis = { $basis }。
why-served-who = { $waiting }的顾客需要等待，平均 { $wait }。
why-served-within = { $acceptable }以内：1 − { $waiting } × e^(−{ $acceptable } ÷ { $wait }) = { $share }。
why-served-exponential = 需要等待者的等待时间服从指数分布。
why-served-tail = 假定需要等待者的等待时间服从指数分布；繁忙时大致如此。
why-visits = 每位顾客平均经过 { $visits } 次。
why-arrivals = 到达

# The customer's experience.

why-work-zone = { $zone }：每组同时进行的步骤中该区域最长的一步 × 经过次数，合计 { $time }。
why-work-in-front = { $line }：每组同时进行的步骤中线前最长的一步 × 经过次数，合计 { $time }。
why-work-behind = { $line }：每组同时进行的步骤中线后最长的一步 × 经过次数，合计 { $time }。
why-work-triggered = 其中 { $time } 是被触发的工作，顾客不必等待。
why-crossings = { $line }：跨线的连线 × 使用次数，合计 { $count }。
why-crossings-triggers = { $line }：跨线的触发 × 次数，合计 { $count }。
why-moments-of-truth = 顾客行为与前台之间的连线 × 使用次数，合计 { $count }。
why-hand-offs = 每位顾客的工作平均转交给其他人员 { $count } 次。
why-hand-offs-meaning = 其他人员是指与前一批员工没有相同角色的人员；没有员工的步骤略过不计。
why-value-share = { $value }：{ $time } ÷ 顾客时间（不含等待）{ $total } = { $share }。
why-value-share-rule = 同时进行的步骤以价值最高的为准。
why-flow-efficiency = 不含等待的 { $rush } ÷ { $throughput } = { $share }。
why-waiting-share = （{ $throughput } − 不含等待的 { $rush }）÷ { $throughput } = { $share }。

# Formulas and their sources.

why-formula-erlang = M/M/c：泊松到达、指数服务时间时精确。
why-formula-pollaczek-khinchine = M/G/1：泊松到达、任意服务时间时精确。
why-formula-crommelin = M/D/c：泊松到达、固定服务时间时精确。
why-formula-cosmetatos = M/D/c：泊松到达、固定服务时间。
why-formula-kimura = M/G/c：泊松到达、任意服务时间。
why-formula-takacs = GI/M/c：顾客直接从外部到达（间隔可任意波动）、指数服务时间时精确。
why-formula-kraemer-langenbach-belz = GI/G/1：非泊松到达。
why-formula-whitt = GI/G/c：非泊松到达。
why-formula-feedback = M/G/1：泊松到达时精确，接连重复的几次合为一次服务计算。
why-formula-fixed-line = 固定时间的串联流程：总等待等于最慢环节处的等待；服务台数相同时，慢环节之后的环节无需等待。
why-formula-conservation = 同一位顾客多次到此，每次等待相同：这些人员面前的工作量，与把每位顾客一次服务完时一样多。
why-source = 出处：{ $source }
why-source-little = Little 1961，“A proof for the queuing formula L = λW”
why-source-erlang = Erlang 1917；网络见 Jackson 1957
why-source-pollaczek-khinchine = Pollaczek 1930、Khinchine 1932
why-source-crommelin = Crommelin 1932；Janssen & van Leeuwaarden 2005
why-source-cosmetatos = Cosmetatos 1975
why-source-kimura = Kimura 1986
why-source-takacs = Takács 1962；两矩拟合见 Tijms 2003
why-source-kraemer-langenbach-belz = Krämer & Langenbach-Belz 1976
why-source-whitt = Whitt 1993
why-source-feedback = Takács 1963；Pollaczek 1930、Khinchine 1932
why-source-fixed-line = Friedman 1965
why-source-conservation = 工作量守恒，Kleinrock 1965
why-sources-between = ；
why-source-fork-fixed = Kelley & Walker 1959，“Critical-path planning and scheduling”
why-source-fork-random = David & Nagaraja 2003，“Order Statistics”
why-source-fork-contested = 工作量守恒
why-source-fork-longest-mean = Jensen 1906
why-source-flatto-hahn = Flatto & Hahn 1984
why-source-nelson-tantawi = Nelson & Tantawi 1988
why-source-moments-of-truth = Normann 1984，“Service Management”；Bitner、Ostrom & Morgan 2008
why-source-shostack = Shostack 1984，“Designing services that deliver”

# Why a figure is a bound.

why-bound-waiting-room = 这是界限：等候区满时，前一步骤会被堵住。
why-bound-several-at-once = 这是界限：有步骤同时需要多个资源，而它们很少同时空闲。
why-bound-kept = 这是界限：有人员或设备一直陪着顾客，其间的等待没有计入。
why-bound-choice = 这是界限：同时需要的资源可由不同人选满足，选用其中之一会占去另一步骤所需的资源。
why-bound-absent = 这是界限：同时需要的人员有部分时间不在岗，而且不一定同时不在。
why-bound-different-times = 这是界限：同时需要的资源占用时间不同，或各自波动，先完成的一方只能空等另一方。
why-bound-batches = 这是界限：同时进行的步骤每批人数不同。
why-bound-overlap = 这是界限：有步骤同时需要的资源也被其他步骤使用，因此一方忙碌时另一方只能空等。
why-bound-several-vary = 这是界限：同时进行的步骤有多个时间在波动，其中最长者的平均值大于各自的平均值。
why-bound-side-by-side = 这是界限：分支同时进行，平均时间中最长的小于最长时间的平均值。
why-bound-same-people = 这是界限：同一位顾客可能在几处同时需要同一批人员，因而需要等待。
why-bound-away-again = 这是界限：同一位顾客会再次需要同一批人员，而他们只有部分时间在岗，届时可能不在。
why-bound-queues-side-by-side = 这是界限：各分支同时排队，没有公式能求出这些队列中最长时间的平均值。
why-bound-not-only-staff = 这是界限：部分工作可能由员工以外的资源完成。
why-bound-many-staffs = 这是界限：无人经手的工作来源太多或循环太久，无法全部追踪。
