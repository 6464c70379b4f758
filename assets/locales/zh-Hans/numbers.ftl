# Numbers with their units, counted things, and lists. A language orders and joins them here.

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

percent = { $number }%
no-figure = –
bare-number = {" "}{ $number }{" "}
quoted-name = “{ $name }”

# Periods of rates: every text may name the blueprint's as { $period }.

period-hour = 小时
period-day = 天
period-week = 周

# Laws before their numbers, as they are typed.

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

# Counted things.

customers = { $count } 位顾客
steps = { $count } 个步骤
people = { $count } 人
roles = { $count } 个角色
problems = { $count } 个问题

# What things of a kind are counted in, for languages that count with such words.
measure =
    { $measure ->
        [staff] 名
        [equipment] 台
        [room] 间
       *[other] 个
    }
counted = { $number } { measure }{ $name }
kept = 保留{ $name }
times = × { $count }
role-times = { $name } × { $count }
role-some-of = { $count } { measure }{ $name }中的 { $needed } { measure }

# Lists and pairs.

list-two = { $first }和{ $last }
list-more = { $first }、{ $rest }
list-others = { $first }以及另外 { $count } 项
list-either = { $first } 或 { $last }
# Clauses said one after the other, and facts seen beside each other.
list-clauses = ，
list-facts = {" · "}
said-why = { $said }。{ $why }
label-value = { $label }：{ $value }
from-to = { $from } → { $to }
rows-more = 另有 { $count } 项

# How long ago.

ago-moment = 刚刚
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days = { $count } 天前
