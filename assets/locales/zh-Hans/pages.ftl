# Pictures and pages that leave the program: their feet, and what they say to those who listen.

picture-blueprint = 服务蓝图，共 { $steps }
page-capacity = { $rate }（{ $basis }）
page-demand = 需求 { $rate }
page-pair = { $before } → { $after }
page-number = 第 { $number } 页，共 { $count } 页
page-date = { $year } 年 { $month } 月 { $day } 日
