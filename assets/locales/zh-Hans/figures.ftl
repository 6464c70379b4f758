# 数值与单位。

seconds = { $number } 秒
minutes = { $number } 分钟
# Minutes with hours before them or seconds behind them.
minutes-among = { $number } 分
hours = { $number } 小时
days = { $number } 天{ $count ->
   *[other] {""}
    }
working-days = { $number } 个工作日{ $count ->
   *[other] {""}
    }
# Rates: per says what the blueprint counts by.
rate = { $number } 位/{ $per ->
    [day] 天
    [week] 周
   *[hour] 小时
    }
rate-short = { $number }/{ $per ->
    [day] 天
    [week] 周
   *[hour] 小时
    }
rate-entered = { $number } 位/{ $per ->
    [day] 天
    [week] 周
   *[hour] 小时
    }
rate-unit = 位/{ $per ->
    [day] 天
    [week] 周
   *[hour] 小时
    }
# Names of laws before their numbers, as they are typed.
written-exponential = 指数
written-triangular = 三角
written-erlang = 爱尔朗
written-log-normal = 对数正态
written-samples = 样本
# What a reader took for granted.
note-day = 一天按 { $hours } 小时计
note-working-day = 一个工作日按 { $hours } 小时计
note-week = 一周按 { $hours } 小时计
note-about = 按固定时间读取：“大约”没有说明变动多少
note-range = 按范围读取：范围内各时长的可能性相同
percent = { $number }%
no-figure = –

customers = { $count } 位顾客
steps = { $count } 个步骤
people = { $count } 人

list-two = { $first }和{ $last }
list-more = { $first }、{ $rest }
list-others = { $first }以及另外 { $count } 项
list-either = { $first }或{ $last }
# 量词随资源的种类而变：员工论名，设备论台，房间论间。
measure =
    { $measure ->
        [staff] 名
        [equipment] 台
        [room] 间
       *[other] 个
    }
counted = { $number } { measure }{ $name }
kept = 保留{ $name }

# 指标名称及含义。

figure-capacity = 每{ $period }流量
figure-capacity-meaning = 满负荷时每{ $period }能服务的顾客数
figure-cycle-time = 作业时间
figure-cycle-time-meaning = 满负荷时相邻两位顾客完成服务的平均间隔；不是单个步骤的用时（教材也称周期时间；节拍指按需求算出的间隔）。从到达到离开的时间是“全部时间”
figure-bottleneck = 瓶颈
figure-demand = 需求
figure-demand-meaning = 每{ $period }到达的顾客数
figure-output = 产量
figure-utilisation = 产能利用率
figure-utilisation-meaning = 需求占每{ $period }流量的比例；超过 100% 时排队人数会不断增加
figure-growth = 排队人数增长
figure-rush-order-time = 无等待全部时间
figure-rush-order-time-meaning = 前面没有其他顾客时走完全程的时间
figure-throughput-time = 全部时间
figure-throughput-time-meaning = 顾客从到达到离开的时间，包括等待（教材也称流程时间、通过时间）
figure-wip = 在场顾客
figure-wip-meaning = 平均同时在场的顾客数：产量 × 全部时间（利特尔法则）
figure-labour-content = 直接人工含量
figure-labour-content-meaning = 每位顾客占用的员工时间
figure-labour-utilisation = 直接人工利用率
figure-labour-utilisation-meaning = 付薪工时中用于服务顾客的比例
figure-balance = 平衡率
figure-balance-meaning = 满负荷时员工时间中用于工作的比例；其余时间在等待瓶颈
figure-cost = 每位顾客成本
figure-cost-meaning = 按当前产量计算的每位顾客的工资、间接费用和材料
figure-profit = 每小时利润
figure-profit-meaning = （价格 − 每位顾客成本）× 产量
figure-visits = 经过次数
figure-visits-meaning = 每位顾客经过该步骤的平均次数
figure-wait = 等待
figure-wait-meaning = 每次的平均等待时间
figure-tightest-pool = 最忙的资源
figure-share-of-pool = 所占份额
figure-queue-length = 队长
figure-service-level = 服务水平
figure-service-level-meaning = 等待时间不超过等待点可接受时间的顾客比例
figure-work = 每位顾客工作量
figure-work-meaning = 每位顾客占用它的时间

# 数值的可信程度。

basis-exact = 精确
basis-exact-meaning = 由蓝图直接推出，没有近似
basis-approximate = 近似
basis-approximate-meaning = 近似值，误差取决于蓝图
basis-approximate-percent = 近似，±{ $percent }
basis-approximate-percent-meaning = 近似值，同类蓝图 100 个中有 95 个误差不超过 { $percent }
basis-approximate-seconds = 近似，±{ $time }
basis-approximate-seconds-meaning = 近似值，同类蓝图 100 个中有 95 个误差不超过 { $time }。等待这么短，按百分比说明意义不大，所以用时间表示
basis-unreliable = 不可靠
basis-unreliable-meaning = 近似值，此处误差可能很大：到达波动大，或某个资源比它前面的资源繁忙得多。只能看出趋势
basis-lower-bound = 至少
basis-lower-bound-meaning = 真实值不小于此值
basis-upper-bound = 至多
basis-upper-bound-meaning = 真实值不大于此值
basis-simulated = 仿真，±{ $half }
basis-simulated-meaning = 多次仿真运行的平均值。这样的置信区间（±{ $half }）100 个中约有 95 个包含无限多次运行的结果
badge-exact = =
badge-approximate = ≈
badge-approximate-percent = ±{ $percent }
badge-approximate-seconds = ±{ $time }
badge-unreliable = ≈?
badge-lower-bound = ≥
badge-upper-bound = ≤
badge-simulated = ±{ $half }
marked-simulated = { $number } ±{ $half }

# 缺少的条件。

lack-flow = 需要一个有时间的步骤，或相连的步骤
lack-links = 需要把步骤连接起来
lack-sound-flow = 需要没有错误的流程
lack-time = 需要填写“{ $name }”的时间
lack-limit = 需要有限制服务的角色、席位或计时步骤
lack-demand = 需要填写每{ $period }到达的顾客数
lack-spare-capacity = 需求须低于每{ $period }流量：目前排队人数只会不断增加
lack-headcount = “{ $name }”的人数不足
lack-staff-role = 需要员工类角色
lack-rate = 需要填写“{ $name }”的每小时成本
lack-price = 需要填写价格
lack-target = 需要填写顾客可接受的等待时间
lack-method-alternatives = 需要模拟：有角色只在部分工作中互相替代
lack-method-units-at-once = 需要模拟：有步骤同时需要多个资源，且数量不一
lack-method-batches = 需要模拟：有步骤成批服务
lack-method-kept-units = 需要模拟：有人员或设备在多个步骤中一直陪着顾客
lack-method = 目前还无法为此蓝图计算

# 流量的单位时间，任何文本都可写作 { $period }。
period-hour = 小时
period-day = 天
period-week = 周
