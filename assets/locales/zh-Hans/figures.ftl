# Names of figures and what they mean ("-meaning"), how far they can be trusted, what they lack, and what they assume.

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
figure-longest-wait = 最长等待
figure-wait-meaning = 每次的平均等待时间
figure-tightest-pool = 最忙的资源
figure-share-of-pool = 所占份额
figure-queue-length = 队长
figure-service-level = 服务水平
figure-service-level-meaning = 等待时间不超过等待点可接受时间的顾客比例
figure-work = 每位顾客工作量
figure-work-meaning = 每位顾客占用它的时间

# The customer's experience.

figure-work-in-zone-meaning = 每位顾客在该区域所需的工作时间，不含等待；同时进行的步骤只计最长的一个
figure-in-front-of-interaction = 互动分界线之前
figure-in-front-of-visibility = 可视分界线之前
figure-in-front-of-internal-interaction = 内部互动分界线之前
figure-in-front-meaning = 分界线靠顾客一侧的工作时间；同时进行的步骤只计最长的一个
figure-behind-interaction = 互动分界线之后
figure-behind-visibility = 可视分界线之后
figure-behind-internal-interaction = 内部互动分界线之后
figure-behind-meaning = 分界线另一侧的工作时间；同时进行的步骤只计最长的一个
figure-crossings-of-interaction = 跨越互动分界线的次数
figure-crossings-of-visibility = 跨越可视分界线的次数
figure-crossings-meaning = 每位顾客经过跨线的“先后”和“同时进行”连线的平均次数
figure-internal-hand-offs = 内部交接
figure-internal-hand-offs-meaning = 每位顾客经过跨越内部互动分界线的“先后”和“同时进行”连线的平均次数
figure-triggers-across-interaction = 跨越互动分界线的触发
figure-triggers-across-visibility = 跨越可视分界线的触发
figure-triggers-across-internal-interaction = 跨越内部互动分界线的触发
figure-triggers-meaning = 每位顾客在分界线另一侧触发工作的平均次数
figure-moments-of-truth = 关键时刻
figure-moments-of-truth-meaning = 每位顾客与前台接触的平均次数：顾客行为与前台之间的连线，按使用次数计
figure-hand-offs = 角色间交接
figure-hand-offs-meaning = 每位顾客的工作转交给角色完全不同的人员的平均次数
figure-adding-share = 增值时间
figure-adding-share-meaning = 顾客时间（不含等待）中有步骤在增值的比例
figure-necessary-share = 必要时间
figure-necessary-share-meaning = 顾客时间（不含等待）中不增值但不可省去的比例
figure-waste-share = 浪费时间
figure-waste-share-meaning = 顾客时间（不含等待）中可以省去的比例
figure-flow-efficiency = 流程效率
figure-flow-efficiency-meaning = 在当前需求下，真正接受服务的时间占全部时间的比例
figure-waiting-share = 等待比例
figure-waiting-share-meaning = 在当前需求下，等待占全部时间的比例

# Money.

figure-margin = 每位顾客利润
figure-margin-meaning = 价格减去按当前产量计算的每位顾客成本，含空闲时间
figure-profit-at-capacity = 满负荷每小时利润
figure-profit-at-capacity-meaning = 顾客到达与服务一样快时，每小时的利润
figure-busy-cost = 工作成本
figure-busy-cost-meaning = 各角色为每位顾客工作的时间 × 每小时成本，不含空闲时间
figure-execution-profit = 只计工作时间的利润
figure-execution-profit-meaning = 价格减去每位顾客的工作成本和材料，不含空闲时间
figure-break-even-time = 盈亏平衡时间（只计工作时间）
figure-break-even-time-meaning = 各步骤同比例变慢时，执行最多可持续多久而不亏损，只计工作时间
figure-delay-cost = 每分钟延误成本
figure-delay-cost-meaning = 各步骤同比例变慢时，执行每延长一分钟的成本
figure-step-delay-cost = 每多一分钟的成本
figure-step-delay-cost-meaning = 该步骤每次延长一分钟的成本：所占用角色的费率

# How far a figure can be trusted.

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
basis-simulated-meaning = 多次仿真运行的平均值及其 95% 置信区间（±{ $half }）：100 个这样的区间中约有 95 个包含真实平均值
badge-exact = =
badge-approximate = ≈
badge-approximate-percent = ±{ $percent }
badge-approximate-seconds = ±{ $time }
badge-unreliable = ≈?
badge-lower-bound = ≥
badge-upper-bound = ≤
badge-simulated = ±{ $half }
marked-simulated = { $number } ±{ $half }

# What a figure lacks.

lack-flow = 需要一个有时间的步骤，或相连的步骤
lack-links = 需要把步骤连接起来
lack-sound-flow = 需要没有错误的流程
lack-time = 需要填写“{ $name }”的时间
lack-limit = 需要有限制产能的因素：计时的员工步骤、角色或席位数
lack-demand = 需要填写每{ $period }到达的顾客数
lack-day = 需要填写一天的营业时间
lack-spare-capacity = 需求须低于每{ $period }流量：目前排队人数只会不断增加
lack-headcount = “{ $name }”的人数不足
lack-nobody = “{ $name }”无人在岗
lack-staff-role = 需要员工类角色
lack-rate = 需要填写“{ $name }”的每小时成本
lack-price = 需要填写价格
lack-target = 需要填写顾客可接受的等待时间
lack-method-alternatives = 需要仿真：有角色只在部分工作中互相替代
lack-method-units-at-once = 需要仿真：有步骤同时需要多个资源，且数量不一
lack-method-batches = 需要仿真：有步骤成批服务
lack-method-kept-units = 需要仿真：有人员或设备在多个步骤中一直由同一顾客占用
lack-method = 目前还无法为此蓝图计算
lack-value-marks = 需要注明各步骤对顾客的价值
lack-cost = 需要角色的每小时成本、间接费用或材料成本
lack-busy-cost = 需要有每小时成本的角色参与工作
lack-price-above-material = 价格须高于材料：目前无论多快都没有利润

# What the figures assume.

assumed = 假设：{ $arrivals }，{ $times }，{ $rate }
assumed-without-demand = 假设：{ $times }；未给出需求
assumed-arrivals-even = 到达间隔固定
assumed-arrivals-fairly-even = 到达较均匀
assumed-arrivals-random = 随机到达
assumed-arrivals-bursts = 成群到达
assumed-times-none = 还没有时间
assumed-no-links = 步骤尚未相连
assumed-times-fixed = 时间固定
assumed-times-random = 时间随机
assumed-times-vary = 时间有波动
assumed-times-some-vary = 部分时间有波动
assumed-rate = 全天 { $rate }
assumed-rate-hour = 全天 { $rate }，如同 { $hour }
assumed-rate-open = 每天 { $hours } 小时，{ $rate }
