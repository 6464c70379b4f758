# The simulation: what it found beside the formulas, and whom to believe.

simulate-precise = 长期：16 次运行共 { $customers } 位顾客后已足够精确。
simulate-time = 长期：16 次运行共 { $customers } 位顾客后时间已到；置信区间比要求的宽。
simulate-unsettled = 长期：16 次运行共 { $customers } 位顾客后仍未稳定：排队仍在变长，或负荷接近流量上限。请给更多时间。
simulate-too-much = 内部顾客将超过 1,000,000 位，无法仿真。
simulate-no-steady-state = 没有稳定状态：排队人数每{ $period }增加 { $growth } 位。
simulate-lacks = 暂时无法仿真：{ $lacks }。
simulate-column-formula = 公式
simulate-column-simulation = 仿真
simulate-column-believe = 采信
simulate-attained = 可达到的每{ $period }流量
simulate-output = 产出
simulate-wait-at = { $name }处的等待
simulate-within-at = { $name }处在可接受等待之内
simulate-busy = { $name }的忙碌程度
simulate-believe-either = 两者皆可
simulate-believe-formula = 公式
simulate-believe-simulation = 仿真
simulate-believe-neither = 两者矛盾，是程序的错误
simulate-bad-precision = “{ $text }”不是精度：请给出 0 到 100% 之间的比例，如 2%
simulate-bad-time = “{ $text }”不是一天以内的时间：请写成如 30 秒
simulate-bad-number = “{ $text }”不是从 1 起的整数
